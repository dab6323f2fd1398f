// Rulings to frames. A frame is all lines that touch each other: the skeleton of one table on one page. Lines
// drawn twice or in pieces become one; a border that a table leaves out is put in where the ends of its other
// lines show it.
#pragma once

#include "pdf/page.hpp"

#include <vector>

namespace nianbao::pdf {

/// Points within which two lines are the same, or touch.
inline constexpr double snap = 2.5;

struct Frame {
    Box box;
    std::vector<Ruling> horizontal; ///< by at
    std::vector<Ruling> vertical;   ///< by at
    bool open_top = false;          ///< its verticals run on without an upper border: cut by a page break
    bool open_bottom = false;
    bool bare = false; ///< horizontal lines alone; its columns are to be found from its text
};

/// Frames with at least two lines each way, from top to bottom.
std::vector<Frame> frames_of(std::vector<Ruling> rulings);

} // namespace nianbao::pdf
