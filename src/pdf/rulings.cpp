#include "pdf/rulings.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <qpdf/Pipeline.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <set>

namespace nianbao::pdf {

namespace {

constexpr std::size_t most_page_bytes = 32U << 20;

/// Takes what a filter gives, up to a limit: a small stream can unfold to gigabytes.
class LimitedSink : public Pipeline {
public:
    LimitedSink() : Pipeline("limited", nullptr) {}
    void write(unsigned char const* data, std::size_t size) override {
        if (over_ || bytes_.size() + size > most_page_bytes) {
            over_ = true;
            throw OverBudget(); // qpdf turns it into a warning: over() tells
        }
        bytes_.append(reinterpret_cast<const char*>(data), size);
    }
    void finish() override {}

    bool over() const { return over_; }
    std::string take() { return std::move(bytes_); }

private:
    std::string bytes_;
    bool over_ = false;
};

std::string decoded(QPDFObjectHandle stream) {
    LimitedSink sink;
    try {
        (void)stream.pipeStreamData(&sink, 0, qpdf_dl_generalized, true, false);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) { // a damaged stream ends where it ends
    }
    if (sink.over()) throw OverBudget();
    return sink.take();
}

std::string page_content(QPDFObjectHandle contents) {
    if (contents.isStream()) return decoded(contents);
    std::string all;
    if (!contents.isArray()) return all;
    for (int i = 0; i < contents.getArrayNItems(); ++i) {
        QPDFObjectHandle part = contents.getArrayItem(i);
        if (!part.isStream()) continue;
        all += decoded(part);
        all += '\n';
        if (all.size() > most_page_bytes) throw OverBudget();
    }
    return all;
}

Matrix matrix_of(QPDFObjectHandle array) {
    if (!array.isArray() || array.getArrayNItems() != 6) return {};
    std::array<double, 6> m{};
    for (int i = 0; i < 6; ++i) {
        if (!array.getArrayItem(i).getValueAsNumber(m[static_cast<std::size_t>(i)])) return {};
    }
    return {m[0], m[1], m[2], m[3], m[4], m[5]};
}

class QpdfForms : public Forms {
public:
    QpdfForms(QPDFObjectHandle resources, std::set<QPDFObjGen> open)
        : resources_(std::move(resources)), open_(std::move(open)) {}

    std::optional<Form> find(std::string_view name) override {
        const std::string key = "/" + std::string(name);
        if (!resources_.isDictionary()) return std::nullopt;
        QPDFObjectHandle all = resources_.getKey("/XObject");
        if (!all.isDictionary() || !all.hasKey(key)) return std::nullopt;
        QPDFObjectHandle form = all.getKey(key);
        if (!form.isStream()) return std::nullopt;
        QPDFObjectHandle dictionary = form.getDict();
        if (!dictionary.getKey("/Subtype").isNameAndEquals("/Form")) return std::nullopt;
        std::set<QPDFObjGen> open = open_;
        if (!open.insert(form.getObjGen()).second) return std::nullopt; // it paints itself
        QPDFObjectHandle own = dictionary.getKey("/Resources");
        if (!own.isDictionary()) own = resources_;
        return Form{decoded(form), matrix_of(dictionary.getKey("/Matrix")),
                    std::make_shared<QpdfForms>(own, std::move(open))};
    }

private:
    QPDFObjectHandle resources_;
    std::set<QPDFObjGen> open_; ///< forms that are being painted
};

std::optional<Box> box_of(QPDFObjectHandle array) {
    if (!array.isRectangle()) return std::nullopt;
    const QPDFObjectHandle::Rectangle r = array.getArrayAsRectangle();
    return Box{std::min(r.llx, r.urx), std::min(r.lly, r.ury), std::max(r.llx, r.urx),
               std::max(r.lly, r.ury)};
}

/// The box that is shown, as poppler takes it; top is the smaller y of the file.
Box shown_box(QPDFPageObjectHelper& page) {
    const Box media = box_of(page.getAttribute("/MediaBox", false)).value_or(Box{0, 0, 612, 792});
    const auto crop = box_of(page.getAttribute("/CropBox", false));
    if (!crop) return media;
    const Box both{std::max(media.left, crop->left), std::max(media.top, crop->top),
                   std::min(media.right, crop->right), std::min(media.bottom, crop->bottom)};
    return both.width() > 0 && both.height() > 0 ? both : media;
}

/// From the file's units to those of the page as it is shown.
Matrix to_page(QPDFPageObjectHelper& page) {
    const Box box = shown_box(page);
    QPDFObjectHandle rotate = page.getAttribute("/Rotate", false);
    const long long turns = rotate.isInteger() ? ((rotate.getIntValue() / 90) % 4 + 4) % 4 : 0;
    switch (turns) {
    case 1:
        return {0, 1, 1, 0, -box.top, -box.left};
    case 2:
        return {-1, 0, 0, 1, box.right, -box.top};
    case 3:
        return {0, -1, -1, 0, box.bottom, box.right};
    default:
        return {1, 0, 0, -1, -box.left, box.bottom};
    }
}

} // namespace

struct Rulings::File {
    QPDF pdf;
    std::vector<QPDFPageObjectHelper> pages;
};

Rulings::Rulings(std::string_view bytes) {
    try {
        auto file = std::make_unique<File>();
        file->pdf.setSuppressWarnings(true);
        file->pdf.setLogger(QPDFLogger::create());
        file->pdf.getLogger()->setError(file->pdf.getLogger()->discard());
        file->pdf.processMemoryFile("document", bytes.data(), bytes.size());
        file->pages = QPDFPageDocumentHelper(file->pdf).getAllPages();
        file_ = std::move(file);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception&) { // poppler may be able to read it
    }
}

Rulings::~Rulings() = default;

void Rulings::add_to(Page& page, int index) {
    if (!file_ || index < 0 || static_cast<std::size_t>(index) >= file_->pages.size()) return;
    try {
        QPDFPageObjectHelper& source = file_->pages[static_cast<std::size_t>(index)];
        const auto forms =
            std::make_shared<QpdfForms>(source.getAttribute("/Resources", false), std::set<QPDFObjGen>{});
        const std::string content = page_content(source.getObjectHandle().getKey("/Contents"));
        add_strokes(content, to_page(source), forms, budget_, page);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const OverBudget&) {
        throw;
    } catch (const std::exception&) {
        page.rulings.clear(); // half a table's lines would part it wrongly
    }
}

} // namespace nianbao::pdf
