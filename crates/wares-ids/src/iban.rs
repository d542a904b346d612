//! Bank accounts: the layouts of the ISO 13616 registry, with the check digits that countries keep within.
//!
//! Unissued are: DE, whose bank codes start with a clearing area from 1 to 8 (here 9); and the countries whose bank codes are the first four
//! letters of a BIC, where TEST is nobody's (AZ, BG, BH, BY, DO, GB, GT, IE, IQ, JO, KW, LV, MT, NI, NL, PK, PS, QA, RO, SV). All others have bank
//! codes in digits from registers that change, so that an account may exist.

use crate::check;
use crate::number::Number;
use crate::persons;
use crate::scheme::{Finish, Kind, Scheme};

const fn account(country: &'static str, pattern: &'static str, finish: Finish) -> Scheme {
    Scheme::new(Kind::Iban, country, "IBAN", pattern, finish)
}

const fn plain(country: &'static str, pattern: &'static str) -> Scheme {
    account(country, pattern, none)
}

fn none(_: &mut Number<'_>) -> Option<()> {
    Some(())
}

#[rustfmt::skip]
pub(crate) const SCHEMES: &[Scheme] = &[
    plain("AD", "AD00000+####00##########"),
    plain("AE", "AE000##0############00#"),
    account("AL", "AL002######0################", |n| tens(n, 4, 7, &[9, 7, 3, 1])),
    plain("AT", "AT00+####00#########"),
    plain("AZ", "AZ00TEST00######0000########").unissued(),
    account("BA", "BA001#############00", |n| n.mod97_10(4, 18)),
    account("BE", "BE00+#########00", belgian),
    plain("BG", "BG00TEST####10########").unissued(),
    plain("BH", "BH00TEST0000##########").unissued(),
    plain("BR", "BR00000+####0####00########C1"),
    plain("BY", "BY00TEST3012##############00").unissued(),
    plain("CH", "CH000####00##########"),
    plain("CR", "CR00010+00##########0#"),
    plain("CY", "CY0000######0000##########00"),
    account("CZ", "CZ00+###00000#+########0", czech),
    plain("DE", "DE009#################").unissued(),
    plain("DK", "DK00+#############"),
    plain("DO", "DO00TEST000000000###########").unissued(),
    account("EE", "EE00++##00########00", estonian),
    plain("EG", "EG0000##0###000000###########"),
    account("ES", "ES00####0###00##########", spanish),
    account("FI", "FI00+#####0######0", |n| n.luhn(4, 17)),
    plain("FO", "FO00+#############"),
    account("FR", "FR00+####0####000########00", french),
    plain("GB", "GB00TEST##############").unissued(),
    plain("GE", "GE00XX0000000#########"),
    plain("GR", "GR000+#0###00000###########"),
    plain("GT", "GT00TEST010200000###########").unissued(),
    account("HR", "HR00+#####0+########0", |n| n.mod11_10(4, 10).and_then(|()| n.mod11_10(11, 20))),
    account("HU", "HU00+######0###############0", |n| {
        tens(n, 4, 7, &[9, 7, 3, 1])?;
        tens(n, 12, 15, &[9, 7, 3, 1])
    }),
    plain("IE", "IE00TEST9#############").unissued(),
    plain("IL", "IL000+####00000########"),
    plain("IQ", "IQ00TEST###0000########").unissued(),
    account("IS", "IS000+##26######dmy##00", |n| persons::icelandic(n, 16)),
    account("IT", "IT00A0+###0####0000########", italian),
    plain("JO", "JO00TEST####000000000#########").unissued(),
    plain("KW", "KW00TEST0000000000############").unissued(),
    plain("KZ", "KZ00+##KZT##########"),
    plain("LB", "LB000###0000000000##########"),
    plain("LI", "LI00088##00#########0"),
    plain("LT", "LT00+####00#########"),
    plain("LU", "LU000+###0#########0"),
    plain("LV", "LV00TEST0############").unissued(),
    account("MC", "MC00+####0####000########00", french),
    plain("MD", "MD00@@00000000##########"),
    account("ME", "ME005#############0000", |n| n.mod97_10(4, 20)),
    account("MK", "MK00+############00", |n| n.mod97_10(4, 17)),
    plain("MT", "MT00TEST#####000000##########0#").unissued(),
    plain("NI", "NI00TEST0000000000##########").unissued(),
    account("NL", "NL00TEST0+########", dutch).unissued(),
    account("NO", "NO00+#########0", norwegian),
    plain("OM", "OM000##00000##########0"),
    plain("PK", "PK00TEST0000############").unissued(),
    account("PL", "PL001######0################", |n| tens(n, 4, 7, &[3, 9, 7, 1])),
    plain("PS", "PS00TEST0000000############00").unissued(),
    account("PT", "PT0000##0###000########00", |n| n.mod97_10(4, 23)),
    plain("QA", "QA00TEST00000############0000").unissued(),
    plain("RO", "RO00TEST0000############").unissued(),
    account("RS", "RS00+####000########00", |n| n.mod97_10(4, 20)),
    account("RU", "RU0004####+##408178100###########", russian),
    plain("SA", "SA00+#00000#############"),
    plain("SE", "SE00+##00000+##########0"),
    account("SI", "SI00+############00", |n| n.mod97_10(4, 17)),
    account("SK", "SK00+###00000#+########0", czech),
    account("SM", "SM00A0+###0####0000########", italian),
    plain("SV", "SV00TEST0000000#############").unissued(),
    account("TN", "TN00+####0############00", tunisian),
    plain("TR", "TR00000+#00000############"),
    plain("UA", "UA003#####00000##############"),
    account("XK", "XK001+##0#########00", |n| n.mod97_10(4, 18)),
];

/// A digit that makes a sum with repeating weights a multiple of ten, behind `count` others.
fn tens(n: &mut Number<'_>, from: usize, count: usize, weights: &[u32]) -> Option<()> {
    let digits = n.bytes(from, from + count);
    let sum: u32 = digits.iter().zip(weights.iter().cycle()).map(|(byte, weight)| check::value(*byte) * weight).sum();
    n.put(from + count, (10 - sum % 10) % 10)
}

fn belgian(n: &mut Number<'_>) -> Option<()> {
    let rest = n.value(4, 14) % 97;
    n.write(14, 2, if rest == 0 { 97 } else { rest });
    Some(())
}

/// Prefix and account each leave nothing modulo 11; the prefix is short and mostly 0.
fn czech(n: &mut Number<'_>) -> Option<()> {
    let prefix = (11 - n.sum(8, &[10, 5, 8, 4, 2]) % 11) % 11;
    n.put(13, prefix)?;
    let digit = (11 - n.sum(14, &[6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11) % 11;
    n.put(23, digit)
}

/// Weights 7, 3, 1 from the right, over branch and account.
fn estonian(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(6, &[7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7]);
    n.put(19, (10 - sum % 10) % 10)
}

fn spanish(n: &mut Number<'_>) -> Option<()> {
    let fold = |sum: u32| match 11 - sum % 11 {
        10 => 1,
        11 => 0,
        digit => digit,
    };
    let bank = fold(n.sum(4, &[4, 8, 5, 10, 9, 7, 3, 6]));
    let account = fold(n.sum(14, &[1, 2, 4, 8, 5, 10, 9, 7, 3, 6]));
    n.put(12, bank)?;
    n.put(13, account)
}

fn french(n: &mut Number<'_>) -> Option<()> {
    let sum = 89 * n.value(4, 9) + 15 * n.value(9, 14) + 3 * n.value(14, 25);
    n.write(25, 2, 97 - sum % 97);
    Some(())
}

fn italian(n: &mut Number<'_>) -> Option<()> {
    let letter = persons::italian_letter(n.bytes(5, 27));
    n.set(4, letter);
    Some(())
}

/// The eleven test of the old account numbers.
fn dutch(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(8, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    n.put(17, (11 - sum % 11) % 11)
}

fn norwegian(n: &mut Number<'_>) -> Option<()> {
    let sum = n.sum(4, &[5, 4, 3, 2, 7, 6, 5, 4, 3, 2]);
    n.put(14, (11 - sum % 11) % 11)
}

/// The ninth digit of the account guards account and bank, weights 7, 1, 3.
fn russian(n: &mut Number<'_>) -> Option<()> {
    const WEIGHTS: [u32; 23] = [7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1];
    n.put(21, 0)?;
    let sum = n.sum(10, &WEIGHTS);
    n.put(21, sum * 3 % 10)
}

fn tunisian(n: &mut Number<'_>) -> Option<()> {
    let rest = n.value(4, 22) % 97 * 100 % 97;
    n.write(22, 2, 97 - rest);
    Some(())
}
