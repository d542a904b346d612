"""Value-added and sales taxes in force at the turn of 2025 to 2026, from general knowledge, unchecked."""

from __future__ import annotations

from streets.make import Tax

# fmt: off
USA = "AK 0, AL 4, AR 6.5, AZ 5.6, CA 7.25, CO 2.9, CT 6.35, DC 6, DE 0, FL 6, GA 4, HI 4, IA 6, ID 6, IL 6.25, IN 7, KS 6.5, KY 6, LA 5, MA 6.25, MD 6, ME 5.5, MI 6, MN 6.875, MO 4.225, MS 7, MT 0, NC 4.75, ND 5, NE 5.5, NH 0, NJ 6.625, NM 4.875, NV 6.85, NY 4, OH 5.75, OK 4.5, OR 0, PA 6, RI 7, SC 6, SD 4.2, TN 7, TX 6.25, UT 6.1, VA 5.3, VT 6, WA 6.5, WI 5, WV 6, WY 4"
CANADA = "AB 5, BC 12, MB 12, NB 15, NL 15, NS 14, NT 5, NU 5, ON 13, PE 15, QC 14.975, SK 11, YT 5"

TAXES: dict[str, Tax] = {
    "AL": Tax("TVSH", "20", "6"), "AR": Tax("IVA", "21", "10.5"), "AT": Tax("USt.", "20", "10 13"), "AU": Tax("GST", "10"), "AZ": Tax("ƏDV", "18"), "BD": Tax("VAT", "15"),
    "BE": Tax("BTW/TVA", "21", "6 12"), "BG": Tax("ДДС", "20", "9"), "BR": Tax("ICMS", None, "", "a state tax of mostly 17 to 23 percent; a new federal tax is phased in from 2026"), "BY": Tax("НДС", "20", "10"),
    "CA": Tax("GST", "5", "", "the rate of each province, its own tax included", states=CANADA), "CH": Tax("MWST", "8.1", "2.6 3.8"), "CL": Tax("IVA", "19"), "CN": Tax("增值税", "13", "9 6"), "CO": Tax("IVA", "19", "5"), "CR": Tax("IVA", "13", "4 2 1"),
    "CY": Tax("ΦΠΑ", "19", "9 5 3"), "CZ": Tax("DPH", "21", "12"), "DE": Tax("MwSt.", "19", "7"), "DK": Tax("moms", "25"), "DO": Tax("ITBIS", "18", "16"), "DZ": Tax("TVA", "19", "9"), "EC": Tax("IVA", "15"),
    "EE": Tax("käibemaks", "24", "13 9"), "ES": Tax("IVA", "21", "10 4", "the Canaries have IGIC of 7 percent instead"), "FI": Tax("ALV", "25.5", "13.5 10"), "FR": Tax("TVA", "20", "10 5.5 2.1"), "GB": Tax("VAT", "20", "5"),
    "GT": Tax("IVA", "12"), "HN": Tax("ISV", "15", "", "18 percent on alcohol and tobacco"), "HR": Tax("PDV", "25", "13 5"), "HT": Tax("TCA", "10"), "HU": Tax("ÁFA", "27", "18 5"), "ID": Tax("PPN", "11", "", "12 percent by law, on eleven twelfths of the price of all but luxury goods"),
    "IE": Tax("VAT", "23", "13.5 9 4.8"), "IN": Tax("GST", "18", "5", "40 percent on a few goods"), "IS": Tax("VSK", "24", "11"), "IT": Tax("IVA", "22", "10 5 4"), "JP": Tax("消費税", "10", "8"), "KE": Tax("VAT", "16"), "KR": Tax("부가가치세", "10"), "LK": Tax("VAT", "18"),
    "LT": Tax("PVM", "21", "12 5"), "LU": Tax("TVA", "17", "14 8 3"), "LV": Tax("PVN", "21", "12 5"), "MA": Tax("TVA", "20", "10"), "MD": Tax("TVA", "20", "8"), "MK": Tax("ДДВ", "18", "10 5"), "MT": Tax("VAT", "18", "12 7 5"), "MW": Tax("VAT", "16.5", "", "a rise to 17.5 percent was announced"),
    "MX": Tax("IVA", "16", "8", "8 percent in the border regions"), "MY": Tax("SST", "10", "5", "sales tax on goods; service tax is 8 percent"), "NL": Tax("btw", "21", "9"), "NO": Tax("mva.", "25", "15 12"), "NZ": Tax("GST", "15"), "PA": Tax("ITBMS", "7", "", "10 or 15 percent on alcohol, lodging and tobacco"),
    "PE": Tax("IGV", "18", "", "municipal tax included"), "PH": Tax("VAT", "12"), "PK": Tax("GST", "18"), "PL": Tax("VAT", "23", "8 5"), "PT": Tax("IVA", "23", "13 6", "lower on Madeira and the Azores"), "RO": Tax("TVA", "21", "11"), "RS": Tax("PDV", "20", "10"), "RU": Tax("НДС", "22", "10", "20 percent until the end of 2025"),
    "SE": Tax("moms", "25", "12 6"), "SG": Tax("GST", "9"), "SI": Tax("DDV", "22", "9.5 5"), "SK": Tax("DPH", "23", "19 5"), "TH": Tax("VAT", "7"), "TR": Tax("KDV", "20", "10 1"), "UA": Tax("ПДВ", "20", "14 7"), "US": Tax("sales tax", None, "", "rates of the states, without those of counties and cities", states=USA), "UY": Tax("IVA", "22", "10"), "ZA": Tax("VAT", "15"),
    "AX": Tax("moms", "25.5", "13.5 10"), "BM": Tax("", None, "", "no value-added or sales tax"), "FO": Tax("MVG", "25"), "GF": Tax("TVA", "0", "", "value-added tax is not levied"), "GP": Tax("TVA", "8.5", "2.1"), "MQ": Tax("TVA", "8.5", "2.1"), "NC": Tax("TGC", "11", "6 3", "22 percent on a few goods"), "PF": Tax("TVA", "16", "13 5", "13 percent is the rate of services"),
    "PR": Tax("IVU", "11.5", "", "10.5 percent of the commonwealth and 1 of the municipality"), "RE": Tax("TVA", "8.5", "2.1"),
    "AD": Tax("IGI", "4.5", "2.5 1"), "AE": Tax("VAT", "5"), "AM": Tax("ԱԱՀ", "20"), "AO": Tax("IVA", "14", "7 5"), "BA": Tax("PDV", "17"), "BH": Tax("VAT", "10"), "BO": Tax("IVA", "13"), "CI": Tax("TVA", "18", "9"), "CM": Tax("TVA", "19.25"), "EG": Tax("VAT", "14", "5"), "ET": Tax("VAT", "15"), "GE": Tax("დღგ", "18"),
    "GH": Tax("VAT", "15", "", "levies of 2.5 percent each come on top"), "GR": Tax("ΦΠΑ", "24", "13 6"), "HK": Tax("", None, "", "no value-added or sales tax"), "IL": Tax('מע"מ', "18"), "IQ": Tax("", None, "", "no general value-added tax"), "IR": Tax("VAT", "10"), "JM": Tax("GCT", "15", "10"), "JO": Tax("GST", "16", "4"),
    "KH": Tax("VAT", "10"), "KW": Tax("", None, "", "no value-added tax"), "KZ": Tax("ҚҚС", "16", "10 5", "12 percent until the end of 2025"), "LB": Tax("VAT", "11"), "LI": Tax("MWST", "8.1", "2.6 3.8"), "MC": Tax("TVA", "20", "10 5.5 2.1"), "ME": Tax("PDV", "21", "15 7"), "NG": Tax("VAT", "7.5"), "NI": Tax("IVA", "15"), "NP": Tax("VAT", "13"),
    "OM": Tax("VAT", "5"), "PS": Tax("VAT", "16"), "PY": Tax("IVA", "10", "5"), "QA": Tax("", None, "", "no value-added tax"), "RW": Tax("VAT", "18"), "SA": Tax("VAT", "15"), "SM": Tax("imposta monofase", "17", "", "levied on imports"), "SN": Tax("TVA", "18", "10"), "SV": Tax("IVA", "13"), "TN": Tax("TVA", "19", "13 7"), "TW": Tax("營業稅", "5"),
    "TZ": Tax("VAT", "18"), "UG": Tax("VAT", "18"), "UZ": Tax("QQS", "12"), "VE": Tax("IVA", "16", "8"), "VN": Tax("VAT", "10", "8 5", "8 percent for most goods until the end of 2026"), "ZM": Tax("VAT", "16"), "ZW": Tax("VAT", "15.5", "", "15 percent until the end of 2025"),
}
# fmt: on
