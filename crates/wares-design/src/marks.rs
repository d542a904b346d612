//! Names of real marks that models like to give as invented ones.

/// In small letters.
const KNOWN: &str = "adidas aldi amazon apple armani asics asus audi bmw bosch bose burberry canon casio chanel cisco coca-cola colgate dell dewalt dior \
disney dyson ebay electrolux epson ferrari fila ford garmin gillette google gopro gucci haribo heinz hermes honda hp huawei hyundai ikea intel kellogg's kenwood \
kitchenaid kodak l'oreal lacoste lego lenovo levi's lg l.l.bean logitech loreal makita mars mattel microsoft miele mitsubishi motorola nestle nike nikon nintendo nivea \
nokia nvidia olympus omega oracle panasonic patagonia pepsi philips pioneer playstation porsche prada puma ralph razer red-bull reebok rolex rolls-royce salomon samsung \
sandisk sennheiser sharp siemens skechers sony starbucks stihl suzuki swarovski tefal tesla timberland toshiba toyota unilever versace vans volkswagen volvo walmart xerox xiaomi \
yamaha zara";

/// Whether a name is one of them, alone or as its first word before a common ending.
pub(crate) fn known(name: &str) -> bool {
    let lower = name.to_lowercase().replace(' ', "-");
    KNOWN.split_whitespace().any(|mark| lower == mark || lower.replace('-', "") == mark)
}
