import CXLSXWriter

extension CellLook {
    /// Sets what makes the look.
    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
        format_set_indent(format, 1)  // some room to the column before, or behind a number
        switch self {
        case .title, .heading:
            format_set_bold(format)
            format_set_font_size(format, self == .title ? 16 : 12)
        case .plainHeader:
            format_set_bold(format)
            format_set_text_wrap(format)
        case .header:
            format_set_bold(format)
            format_set_text_wrap(format)
            format_set_font_color(format, 0xFFFFFF)
            format_set_bg_color(format, 0x1F3864)  // contrast with white 11.9 : 1
        case .text: format_set_text_wrap(format)
        case .identifier: break
        case .link:
            format_set_text_wrap(format)
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x0B4F9C)  // contrast with white 8.0 : 1
        case .whole: number("#,##0", in: format)
        case .fraction: number("#,##0.00##", in: format)
        case .share: number("0.00", in: format)
        case .date, .dateInText: word("yyyy-mm-dd", in: format)
        case .moment: word("yyyy-mm-dd hh:mm", in: format)
        case .wholeInText: word("#,##0", in: format)
        }
    }

    /// A number at the right, with some room to the next column.
    private func number(_ pattern: String, in format: UnsafeMutablePointer<lxw_format>) {
        format_set_num_format(format, pattern)
        format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    }

    /// A number at the left, where words begin.
    private func word(_ pattern: String, in format: UnsafeMutablePointer<lxw_format>) {
        format_set_num_format(format, pattern)
        format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
    }
}
