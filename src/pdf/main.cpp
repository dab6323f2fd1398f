// nianbao-pdf: PDF, read in a process of its own.
#include "document/serve.hpp"
#include "pdf/pdf.hpp"

int main() {
    return nianbao::document::serve(
        [](const nianbao::document::Frame& request, nianbao::document::MemberSink&) {
            return nianbao::pdf::read_pdf(request.bytes);
        });
}
