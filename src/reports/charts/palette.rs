//! The inks of the charts.
//!
//! The five shades of a bar grow lighter in equal steps, so that they stay apart for every kind of
//! colour-blindness and on a grey print; the last one is hatched as well. Text stands on them with a
//! contrast of at least 4.5 : 1 (a test measures both).

/// A colour: red, green, blue.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Ink(pub(super) u8, pub(super) u8, pub(super) u8);

pub(super) const WHITE: Ink = Ink(0xff, 0xff, 0xff);
/// Titles, labels, values.
pub(super) const BLACK: Ink = Ink(0x1a, 0x1a, 0x1a);
/// Notes and axis labels.
pub(super) const GREY: Ink = Ink(0x55, 0x55, 0x55);
/// Lines behind the data.
pub(super) const RULE: Ink = Ink(0xdd, 0xdd, 0xdd);
/// Axes and hatching.
pub(super) const AXIS: Ink = Ink(0x8a, 0x8a, 0x8a);
/// Surfaces behind the data.
pub(super) const SHADE: Ink = Ink(0xf0, 0xf0, 0xf0);
/// The first series: blue of Okabe and Ito, a little darker.
pub(super) const BLUE: Ink = Ink(0x00, 0x5a, 0x8f);
/// The second series: vermillion of Okabe and Ito, a little darker so that it is legible as text.
pub(super) const VERMILLION: Ink = Ink(0xb8, 0x4a, 0x00);

/// A kind of segment of a bar: its surface, and the text on it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Surface {
    pub(super) fill: Ink,
    pub(super) text: Ink,
    pub(super) hatched: bool,
}

/// The segments of a bar, from dark to light.
pub(super) const SEGMENTS: [Surface; 5] = [
    Surface { fill: Ink(0x14, 0x32, 0x5c), text: WHITE, hatched: false },
    Surface { fill: Ink(0x26, 0x75, 0x80), text: WHITE, hatched: false },
    Surface { fill: Ink(0xe3, 0xa0, 0x33), text: BLACK, hatched: false },
    Surface { fill: Ink(0xf8, 0xdf, 0xae), text: BLACK, hatched: false },
    Surface { fill: WHITE, text: BLACK, hatched: true },
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.
    fn luminance(Ink(red, green, blue): Ink) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn contrast(a: Ink, b: Ink) -> f64 {
        let (a, b) = (luminance(a) + 0.05, luminance(b) + 0.05);
        a.max(b) / a.min(b)
    }

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        for ink in [BLACK, GREY, BLUE, VERMILLION] {
            assert!(contrast(ink, WHITE) >= 4.5 && contrast(ink, SHADE) >= 4.5, "{ink:?}");
        }
        for surface in SEGMENTS {
            assert!(contrast(surface.fill, surface.text) >= 4.5, "{surface:?}");
        }
    }

    #[test]
    fn segments_grow_lighter_in_visible_steps() {
        // Lightness of CIE L*, which is what remains on a grey print.
        let lightness = |ink| 116.0 * f64::cbrt(luminance(ink)) - 16.0;
        for pair in SEGMENTS.windows(2) {
            assert!(lightness(pair[1].fill) - lightness(pair[0].fill) >= 10.0, "{pair:?}");
        }
    }
}
