// What any file becomes: paragraphs and tables in reading order, every piece with its place in the source.
// Readers know geometry; they know no words of the form.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace nianbao::document {

/// Where a piece stands in its source; every number counts from 1, and 0 is "the source has none".
struct Place {
    int line = 0;   ///< line of the decoded text
    int page = 0;   ///< page of a paged format
    int row = 0;    ///< row of its table
    int column = 0; ///< column of its table, spans counted

    bool operator==(const Place&) const = default;
};

/// A line of text as the source breaks it; reflowing is the report floor's, which knows headings.
struct Line {
    std::string text; ///< UTF-8, as printed, line end removed
    Place place;
    bool operator==(const Line&) const = default;
};

struct Cell {
    std::string text;
    Place place;
    int column_span = 1;
    int row_span = 1;
    bool operator==(const Cell&) const = default;
};

using Row = std::vector<Cell>;

struct Table {
    std::vector<Row> rows; ///< ragged where the source is
    /// True where a cell's column says what it is (HTML, DOCX, ruled PDF). In converted text the separators
    /// survived but spans did not, so columns of one row say nothing of another's (text with tabs or pipes).
    bool aligned = false;
    bool operator==(const Table&) const = default;
};

using Block = std::variant<Line, Table>;

/// What the file says of itself outside its text; it may be wrong, and is the last evidence of all.
struct Metadata {
    std::string title;     ///< <title>, the PDF's or the Word file's title
    std::string publisher; ///< who the page says has published it (ContentSource, 发布机构 in a meta element)
    std::string published; ///< the date of publication as printed there (PubDate)
    bool operator==(const Metadata&) const = default;
};

struct Document {
    std::string media_type; ///< "text/plain", … see media_type.hpp
    std::string encoding;   ///< as found, see text::decode; empty where the format settles it (PDF, DOCX)
    Metadata metadata;
    /// The reader gave up the structure for the text (limits of HTML nesting, a PDF without ruling lines
    /// whose columns are guessed): what is read is uncertain.
    bool degraded = false;
    std::vector<Block> blocks;
    bool operator==(const Document&) const = default;
};

} // namespace nianbao::document
