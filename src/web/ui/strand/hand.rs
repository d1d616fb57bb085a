//! The hand that draws: small irregularities from a seed, so that the same drawing is drawn twice alike.

use std::f64::consts::TAU;

use super::curve::{Curve, Point, short};

/// How much each stretch of a thread of the call swings: no two alike, always the same.
pub const SWINGS: [f64; 7] = [1.0, 0.86, 1.1, 0.93, 1.06, 0.9, 1.04];

/// A sequence of small irregularities: the same seed gives the same sequence.
#[derive(Clone, Debug)]
pub struct Hand(u64);

impl Hand {
    /// The hand of that seed.
    pub fn new(seed: u32) -> Self {
        Self(u64::from(seed % 0x7fff_fffe) + 1)
    }

    /// A number between 0 and 1 (the minimal standard generator, Park and Miller).
    fn next(&mut self) -> f64 {
        self.0 = self.0 * 16_807 % 0x7fff_ffff;
        #[allow(clippy::cast_precision_loss, reason = "the generator stays below 2³¹")]
        let share = self.0 as f64 / 2_147_483_647.0;
        share
    }

    /// A number between `-most` and `most`.
    pub fn waver(&mut self, most: f64) -> f64 {
        (self.next() * 2.0 - 1.0) * most
    }

    /// A disc whose radius hesitates by 3.5 %, as a closed path.
    pub fn disc(&mut self, centre: Point, radius: f64) -> String {
        const CORNERS: u32 = 9;
        let corners: Vec<Point> = (0..CORNERS)
            .map(|corner| {
                let angle = f64::from(corner) / f64::from(CORNERS) * TAU;
                let reach = radius * (1.0 + self.waver(0.035));
                Point::new(centre.x + angle.cos() * reach, centre.y + angle.sin() * reach)
            })
            .collect();
        // Going once round and a little further makes the seam as smooth as the rest.
        let around: Vec<Point> = corners.iter().chain(&corners[..3]).copied().collect();
        let smooth = Curve::through(&around, 0.5);
        let whole = Curve(smooth.0[1..=CORNERS as usize].to_vec());
        format!("{}Z", whole.path())
    }

    /// A diamond, not quite regular, as a closed path.
    pub fn diamond(&mut self, centre: Point, radius: f64) -> String {
        let mut corner = |x: f64, y: f64| {
            let reach = radius * (1.0 + self.waver(0.03));
            format!("{} {}", short(centre.x + x * reach), short(centre.y + y * reach))
        };
        let corners = [corner(0.0, -1.0), corner(0.95, 0.05), corner(-0.04, 1.0), corner(-0.97, -0.03)];
        format!("M{}Z", corners.join("L"))
    }
}
