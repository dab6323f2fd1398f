// The characters of a PDF with their boxes: the only user of poppler.
#pragma once

#include "core/result.hpp"
#include "pdf/page.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace nianbao::pdf {

class Characters {
public:
    /// `bytes` must outlive the object. Errors: damaged, encrypted.
    static Result<Characters> open(std::string_view bytes);
    ~Characters();
    Characters(Characters&& other) noexcept;
    Characters& operator=(Characters&&) = delete;

    int pages() const; ///< as the file says, and it may lie
    std::string title() const;
    /// Counts from 0; a page that is not there is empty. Rulings are left out.
    Page page(int index) const;

private:
    struct File;
    explicit Characters(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

} // namespace nianbao::pdf
