//! Numbers of value added tax, as they stand on invoices of Europe.

use crate::companies;
use crate::scheme::{Finish, Kind, Scheme};

const fn vat(country: &'static str, name: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::Vat, country, name, pattern, finish)
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    vat("AL", "NIPT", "L#0000###@", companies::albanian),
    vat("AT", "UID", "ATU#######0", |n| companies::austrian(n, 3)),
    vat("BE", "BTW-nummer", "BE0+######00", |n| companies::belgian(n, 2)),
    vat("BG", "DDS nomer", "BG1#######0", |n| companies::bulgarian(n, 2)),
    vat("CH", "MWST-Nummer", "CHE-1##.###.##0 MWST", |n| companies::swiss(n, 3)),
    vat("CY", "FPA", "CY10######A", |n| companies::cypriot(n, 2)),
    vat("CZ", "DIČ", "CZ0######0", |n| companies::czech(n, 2)),
    vat("DE", "USt-IdNr.", "DE+#######0", |n| n.mod11_10(2, 10)),
    vat("DK", "SE-nummer", "DK+######0", |n| companies::danish(n, 2)),
    vat("EE", "KMKR", "EE10######0", |n| companies::estonian(n, 2)),
    vat("ES", "NIF-IVA", "ESB+######0", |n| companies::spanish(n, 2)),
    vat("FI", "ALV-numero", "FI#######0", |n| companies::finnish(n, 2)),
    vat("FR", "Numéro de TVA", "FR00+#######0", |n| companies::french(n, 2)),
    vat("GB", "VAT number", "GB+######00", |n| companies::british(n, 2)),
    vat("GR", "FPA", "EL0#######0", |n| companies::greek(n, 2)),
    vat("HR", "PDV ID", "HR+#########0", |n| n.mod11_10(2, 12)),
    vat("HU", "Közösségi adószám", "HU1######0", |n| companies::hungarian(n, 2)),
    vat("IE", "VAT number", "IE3######A", |n| companies::irish(n, 2)),
    vat("IS", "VSK-númer", "1#####", |_| Some(())),
    vat("IT", "Partita IVA", "IT0######0000", |n| companies::italian(n, 2)),
    vat("LT", "PVM kodas", "LT+######10", |n| companies::lithuanian(n, 2)),
    vat("LU", "Numéro TVA", "LU+#####00", |n| companies::luxembourgish(n, 2)),
    vat("LV", "PVN numurs", "LV40#03#####0", |n| companies::latvian(n, 2)),
    vat("MC", "Numéro de TVA", "FR00000+#####", |n| companies::monegasque(n, 2)),
    vat("MK", "DDV broj", "MK40######5###0", |n| companies::macedonian(n, 2)),
    vat("MT", "VAT number", "MT+#####00", |n| companies::maltese(n, 2)),
    vat("NL", "Btw-id", "NL8#######0B01", |n| companies::dutch(n, 2)),
    vat("NO", "MVA-nummer", "NO9#######0MVA", |n| companies::norwegian(n, 2)),
    vat("PL", "NIP UE", "PL+++######0", |n| companies::polish(n, 2)),
    vat("PT", "NIF", "PT5#######0", |n| companies::portuguese(n, 2)),
    vat("RO", "CIF", "RO+######0", |n| companies::romanian(n, 2)),
    vat("RS", "PIB", "RS1#######0", |n| n.mod11_10(2, 10)),
    vat("SE", "Momsregistreringsnummer", "SE55+######001", |n| companies::swedish(n, 2)),
    vat("SI", "ID za DDV", "SI+######0", |n| companies::slovenian(n, 2)),
    vat("SK", "IČ DPH", "SK20#######0", |n| companies::slovak(n, 2)),
    vat("SM", "COE", "SM+####", |_| Some(())),
    vat("TR", "VKN", "+########0", companies::turkish),
    vat("XI", "VAT number", "XI+######00", |n| companies::british(n, 2)),
];
