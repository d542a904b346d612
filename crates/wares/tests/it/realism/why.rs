//! Why some figures are not near the real ones.

use wares::model::trade::Profile;

/// Figures that are not near, each with the reason.
pub(super) const WHY: [(Profile, &str, &str); 13] = [
    (
        Profile::Marketplace,
        "value.p99/p50",
        "Olist sells everything from phone covers to furniture; a shop here has the one pack, whose prices spread less (`price.lnsd`).",
    ),
    (Profile::Marketplace, "price.lnskew", "The prices are those of the pack: kettles beside ovens."),
    (
        Profile::Marketplace,
        "price.qty-rho",
        "Nearly all lines have one piece; that cheap products sell in larger numbers is one rule for all profiles, and shows a little too much here.",
    ),
    (
        Profile::Marketplace,
        "price.category-omega2",
        "The categories of the pack are kinds of appliance, whose prices lie apart; those of Olist are whole departments, with cheap and dear goods in each.",
    ),
    (
        Profile::Wholesale,
        "qty.skew",
        "The real figure comes from a handful of lines of up to 80,000 pieces, most of them cancelled at once; a line here has 1,000 pieces at most.",
    ),
    (
        Profile::Wholesale,
        "gap.p90/p50",
        "A customer orders at one rate for all time. To spread customers as far as real ones (`cust.cv2`), the rare ones have to be rarer than real rare ones, who come in bursts.",
    ),
    (Profile::Wholesale, "price.lnskew", "The prices are those of the pack, with some dear toys."),
    (
        Profile::Grocery,
        "rebuy.lift",
        "Favourites are drawn by popularity, so that what customers buy again is in part what everybody buys. Favourites drawn evenly would flatten `pop.top1`.",
    ),
    (Profile::Grocery, "price.end-top5", "The prices of the pack end in the usual ways only; real tills have prices by weight too."),
    (Profile::Grocery, "price.lnsd", "The pack has food and no household goods, wine or electronics, as large grocers do."),
    (Profile::Grocery, "price.lnskew", "The same: dear goods are missing."),
    (Profile::Grocery, "price.category-omega2", "The same: within food, the prices of categories lie nearer to each other."),
    (
        Profile::Grocery,
        "name.vocab",
        "Twelve thousand names are spelled from the words of a pack; a real catalogue of this size has the words of thousands of brands.",
    ),
];
