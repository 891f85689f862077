//! Places on a page, in the page's own coordinates: y grows upwards.

/// A rectangle whose sides are parallel to those of the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) bottom: f64,
    pub(super) right: f64,
    pub(super) top: f64,
}

impl Area {
    /// The smallest area that holds all points. `points` holds x and y in turn; `None` if there is no point.
    pub(super) fn around(points: &[f64]) -> Option<Self> {
        let mut points = points.as_chunks::<2>().0.iter();
        let &[x, y] = points.next()?;
        let mut area = Self { left: x, bottom: y, right: x, top: y };
        for &[x, y] in points {
            area.left = area.left.min(x);
            area.right = area.right.max(x);
            area.bottom = area.bottom.min(y);
            area.top = area.top.max(y);
        }
        Some(area)
    }

    pub(super) fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }

    pub(super) fn center(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.bottom, self.top))
    }

    pub(super) fn holds(self, (x, y): (f64, f64)) -> bool {
        (self.left..=self.right).contains(&x) && (self.bottom..=self.top).contains(&y)
    }

    /// How far a point lies outside the area: horizontally and vertically. 0 if it lies within.
    pub(super) fn distance(self, (x, y): (f64, f64)) -> (f64, f64) {
        let outside = |value: f64, from: f64, to: f64| (from - value).max(value - to).max(0.0);
        (outside(x, self.left, self.right), outside(y, self.bottom, self.top))
    }
}

/// A matrix `[a b c d e f]` (ISO 32000-1, 8.3.4).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        numbers.get(..6)?.try_into().ok().map(Self)
    }

    /// The matrix that applies this one first and then the other.
    pub(super) fn then(self, other: Self) -> Self {
        let (Self([a, b, c, d, e, f]), Self([g, h, i, j, k, l])) = (self, other);
        Self([
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ])
    }

    pub(super) fn moved(self, x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y]).then(self)
    }

    pub(super) fn apply(self, (x, y): (f64, f64)) -> [f64; 2] {
        let Self([a, b, c, d, e, f]) = self;
        [a * x + c * y + e, b * x + d * y + f]
    }
}
