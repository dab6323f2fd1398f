// Only the root's own streams count: a report in Word may have a spreadsheet embedded, whose streams stand in
// the same file further down. The directory is a chain of sectors, its entries a tree; both are walked within
// the file's size, since either may be a circle.
#include "document/office_ole.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nianbao::document {

namespace {

constexpr std::uint32_t none = 0xFFFFFFFF;
constexpr std::size_t entry_bytes = 128;
constexpr std::size_t most_entries = 65'536;

struct Entry {
    std::string name; ///< in ASCII; other characters as ?
    std::uint32_t left = none;
    std::uint32_t right = none;
    std::uint32_t child = none;
    std::uint32_t start = none;
};

class OleFile {
public:
    explicit OleFile(std::string_view bytes) : bytes_(bytes) {
        if (bytes.size() < 512) return;
        const std::uint32_t shift = number(30, 2);
        if (shift < 7 || shift > 16) return;
        sector_ = std::size_t{1} << shift;
        read_directory(number(48, 4));
    }

    /// The streams and storages right below the root.
    std::vector<const Entry*> root_entries() const {
        std::vector<const Entry*> found;
        if (entries_.empty()) return found;
        std::vector<std::uint32_t> waiting{entries_.front().child};
        std::vector<bool> seen(entries_.size());
        while (!waiting.empty()) {
            const std::uint32_t index = waiting.back();
            waiting.pop_back();
            if (index >= entries_.size() || seen[index]) continue;
            seen[index] = true;
            found.push_back(&entries_[index]);
            waiting.push_back(entries_[index].left);
            waiting.push_back(entries_[index].right);
        }
        return found;
    }

    /// The first bytes of a stream's sector; empty where that lies outside of the file.
    std::string_view sector(std::uint32_t index) const {
        const std::size_t at = (std::size_t{index} + 1) * sector_;
        return sector_ == 0 || at >= bytes_.size() ? std::string_view() : bytes_.substr(at, sector_);
    }

private:
    std::uint32_t number(std::size_t at, std::size_t count) const { return number_in(bytes_, at, count); }

    static std::uint32_t number_in(std::string_view bytes, std::size_t at, std::size_t count) {
        std::uint32_t value = 0;
        if (at > bytes.size() || bytes.size() - at < count) return none;
        for (std::size_t i = count; i-- > 0;) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
        return value;
    }

    /// The sector behind this one in its chain, by the allocation table; its first 109 sectors are listed in
    /// the header, which is enough for 6.8 MiB, and further ones are not followed.
    std::uint32_t next_sector(std::uint32_t index) const {
        const std::size_t per_sector = sector_ / 4;
        const std::size_t table = index / per_sector;
        if (table >= 109) return none;
        return number_in(sector(number(76 + table * 4, 4)), index % per_sector * 4, 4);
    }

    void read_directory(std::uint32_t index) {
        for (std::size_t i = 0; i < bytes_.size() / sector_ && index < none - 5; ++i) {
            const std::string_view entries = sector(index);
            for (std::size_t at = 0; at + entry_bytes <= entries.size(); at += entry_bytes) {
                if (entries_.size() == most_entries) return;
                entries_.push_back(entry(entries.substr(at, entry_bytes)));
            }
            index = next_sector(index);
        }
    }

    static Entry entry(std::string_view raw) {
        Entry entry;
        const std::size_t length = std::min<std::size_t>(number_in(raw, 64, 2), 64);
        for (std::size_t i = 0; i + 2 < length; i += 2)
            entry.name += raw[i + 1] == '\0' && raw[i] > 0 ? raw[i] : '?';
        entry.left = number_in(raw, 68, 4);
        entry.right = number_in(raw, 72, 4);
        entry.child = number_in(raw, 76, 4);
        entry.start = number_in(raw, 116, 4);
        return entry;
    }

    std::string_view bytes_;
    std::size_t sector_ = 0;
    std::vector<Entry> entries_;
};

/// The flag of a DOC's header (FIB) that its text is encrypted or obfuscated.
bool is_locked(std::string_view fib) {
    constexpr unsigned char encrypted = 0x01; // bit 8 of the word at 10
    return fib.size() > 11 && fib.starts_with("\xEC\xA5") &&
           (static_cast<unsigned char>(fib[11]) & encrypted) != 0;
}

} // namespace

OleKind ole_kind_of(std::string_view bytes) {
    const OleFile file(bytes);
    const std::vector<const Entry*> entries = file.root_entries();
    const auto find = [&](std::string_view name) -> const Entry* {
        const auto found = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry* entry) { return entry->name == name; });
        return found == entries.end() ? nullptr : *found;
    };
    if (find("EncryptedPackage") != nullptr) return OleKind::encrypted;
    if (const Entry* text = find("WordDocument"))
        return is_locked(file.sector(text->start)) ? OleKind::locked_word : OleKind::word;
    if (find("Workbook") != nullptr || find("Book") != nullptr) return OleKind::spreadsheet;
    if (find("PowerPoint Document") != nullptr) return OleKind::presentation;
    return entries.empty() ? OleKind::broken : OleKind::unknown;
}

} // namespace nianbao::document
