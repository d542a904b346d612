"""German, Dutch, Scandinavian and Finnish streets: one word of a root and a suffix, then the number."""

from __future__ import annotations

from streets.make import Land, Unit, address, company, compose, fixed, mimesis, ranked, tail, towns_in, union

# fmt: off
_DE_TOP = """Hauptstraße, Schulstraße, Gartenstraße, Bahnhofstraße, Dorfstraße, Bergstraße, Birkenweg, Lindenstraße, Kirchstraße,
Waldstraße, Ringstraße, Schillerstraße, Goethestraße, Amselweg, Wiesenweg, Jahnstraße, Buchenweg, Wiesenstraße, Ahornweg, Finkenweg,
Am Sportplatz, Blumenstraße, Rosenstraße, Feldstraße, Mühlenstraße, Friedhofstraße, Eichenweg, Mozartstraße, Beethovenstraße,
Erlenweg, Poststraße, Industriestraße, Tannenweg, Drosselweg, Rosenweg, Mühlweg, Bachstraße, Lerchenweg, Kirchweg, Meisenweg,
Fliederweg, Ulmenweg, Brunnenstraße, Marktplatz, Lindenweg, Talstraße, Steinweg, Sonnenstraße, Friedrichstraße, Wilhelmstraße,
Uhlandstraße, Eschenweg, Kastanienweg, Sandweg, Parkstraße, Lessingstraße, Am Bahnhof, Mittelstraße, Kiefernweg, Fichtenweg,
Haselweg, Tulpenweg, Nelkenweg, Veilchenweg, Asternweg, Dahlienweg, Höhenstraße, Kapellenweg, Mühlstraße, Marktstraße,
Ludwigstraße, Richard-Wagner-Straße, Eichendorffstraße, Gerhart-Hauptmann-Straße, Albert-Schweitzer-Straße, Robert-Koch-Straße,
Daimlerstraße, Siemensstraße, Dieselstraße, Röntgenstraße, Hermann-Löns-Straße, Neue Straße, Lange Straße, Breite Straße,
Kurze Straße, Neuer Weg, Alte Poststraße, Am Anger, Am Mühlbach, Im Winkel, Im Grund, Auf der Höhe, An der Kirche, Zum Sportplatz,
Am Hang, Am Park, Am Wald, Am Friedhof, Burgstraße, Schloßstraße, Schloßplatz, Klosterstraße, Bismarckstraße, Moltkestraße,
Kantstraße, Heinestraße, Händelstraße, Haydnstraße, Schubertstraße, Brahmsstraße, Schumannstraße, Kolpingstraße, Sudetenstraße,
Königsberger Straße, Breslauer Straße, Danziger Straße, Berliner Straße, Hamburger Straße, Münchener Straße, Dresdner Straße,
Leipziger Straße, Kölner Straße, Frankfurter Straße, Stettiner Straße, Bremer Straße, Hannoversche Straße, Nürnberger Straße,
Augsburger Straße, Kasseler Straße, Karlstraße, Luisenstraße, Marienstraße, Viktoriastraße, Kaiserstraße, Königstraße,
Ziegeleistraße, Ziegelhüttenweg, Weinbergstraße, Weinstraße, Obere Hauptstraße, Untere Hauptstraße, Hintere Gasse, Kirchgasse,
Schulgasse, Hintergasse, Obergasse, Untergasse, Mittelgasse, Kirchplatz, Rathausplatz, Rathausstraße, Bürgermeisterweg, Hofstraße,
Nordstraße, Südstraße, Oststraße, Weststraße, Nordring, Südring, Ostring, Westring, Kreuzstraße, Querstraße, Wasserstraße,
Teichstraße, Seestraße, Uferstraße, Rheinstraße, Mainstraße, Donaustraße, Elbestraße, Weserstraße, Moselstraße, Neckarstraße,
Isarstraße, Hirtenweg, Schäferweg, Jägerstraße, Forststraße, Heideweg, Moorweg, Sperberweg, Falkenweg, Schwalbenweg, Starenweg"""

_TRADES_DE = """Logistik, Handel, Großhandel, Elektrotechnik, Maschinenbau, Bau, Metallbau, Haustechnik, Sanitärtechnik, Bürobedarf,
Möbel, Getränke, Lebensmittel, Textil, Werkzeuge, Baustoffe, Druck, Verpackungen, Autoteile, Fahrzeugtechnik, Medizintechnik,
Software, IT-Service, Gebäudereinigung, Gartenbau, Holzhandel, Transporte, Immobilien, Unternehmensberatung, Solartechnik, Spielwaren"""
_COMPANY_DE = """{family} {trade} {form} 5; {family} {form} 3; {family} & {family2} {form} 2; {trade} {family} {form} 2;
{trade} {city} {form} 1; {family} & Söhne {form} 1; Gebrüder {family} {form} 1"""

_SINGLE_DE = r"[A-ZÄÖÜ][a-zäöüß]{3,14}(?:straße|weg|allee|platz|gasse|ring|damm|ufer)"

_DE = Land(
    fixed(ranked(_DE_TOP), tail(mimesis("de", _SINGLE_DE, 500))),
    address("{street} {number}", 180, "N;1;2;P C;K", [Unit("Whg. {number}", 30), Unit("{number}. OG", 5, 4)], 6),
    company(_COMPANY_DE, _TRADES_DE, "GmbH 62; GmbH & Co. KG 14; e.K. 8; AG 5; KG 4; OHG 3; UG (haftungsbeschränkt) 6"),
    "real", ("mimesis",),
)

_AT_TOP = """Hauptstraße, Schulgasse, Bahnhofstraße, Dorfstraße, Kirchengasse, Gartengasse, Feldgasse, Waldstraße, Wiener Straße,
Bergstraße, Hauptplatz, Birkenweg, Mühlgasse, Wiesengasse, Kirchenplatz, Lindenweg, Sonnenweg, Schulstraße, Rosengasse, Ringstraße,
Blumengasse, Bachgasse, Industriestraße, Linzer Straße, Grazer Straße, Salzburger Straße, Waldweg, Wiesenweg, Badgasse, Parkstraße,
Siedlungsstraße, Schubertstraße, Mozartstraße, Goethestraße, Schillerstraße, Josef-Haydn-Gasse, Beethovenstraße, Raiffeisenstraße,
Franz-Schubert-Straße, Anton-Bruckner-Straße, Johann-Strauß-Gasse, Peter-Rosegger-Straße, Stelzhamerstraße, Kernstockgasse, Lindengasse,
Kaiser-Franz-Josef-Straße, Neugasse, Kellergasse, Weinbergstraße, Am Anger, Am Sonnenhang, Am Bach, Auweg, Marktplatz, Rathausplatz,
Sportplatzstraße, Sportplatzweg, Tannenweg, Föhrenweg, Ahornweg, Buchenweg, Eichenweg, Erlenweg, Fliederweg, Rosenweg, Nelkenweg,
Tulpenweg, Amselweg, Finkenweg, Lerchenweg, Meisenweg, Haydngasse, Mozartgasse, Schubertgasse, Lessinggasse, Uhlandgasse, Lenaugasse,
Grillparzerstraße, Nestroygasse, Raimundgasse, Roseggergasse, Steinergasse, Bräuhausgasse, Schloßstraße, Schloßgasse, Klosterstraße,
Pfarrgasse, Friedhofstraße, Friedhofgasse, Obere Hauptstraße, Untere Hauptstraße, Mitterweg, Hochstraße, Bundesstraße, Landstraße,
Mariahilfer Straße, Triester Straße, Brünner Straße, Prager Straße, Laxenburger Straße, Innsbrucker Straße, Klagenfurter Straße,
Villacher Straße, Steyrer Straße, Welser Straße, Badener Straße, Leopoldgasse, Theresiengasse, Elisabethstraße, Erzherzog-Johann-Straße"""

_AT = Land(
    fixed(ranked(_AT_TOP), tail(mimesis("de-at", r"[A-ZÄÖÜ][a-zäöüß]{3,14}(?:straße|weg|gasse|platz|allee)", 450))),
    address("{street} {number}", 150, "N;1;2;P C;K", [Unit("Top {number}", 30, 6), Unit("Tür {number}", 24, 3), Unit("Stiege {number}", 6, 1)], 30),
    company(_COMPANY_DE, _TRADES_DE, "GmbH 70; e.U. 12; GmbH & Co KG 8; AG 3; KG 5; OG 4"),
    "real", ("mimesis",),
)

_CH_TOP = """Bahnhofstrasse, Dorfstrasse, Hauptstrasse, Schulstrasse, Oberdorfstrasse, Unterdorfstrasse, Kirchweg, Schulhausstrasse,
Birkenweg, Gartenstrasse, Ringstrasse, Industriestrasse, Seestrasse, Bergstrasse, Rosenweg, Zürcherstrasse, Bernstrasse, Mühlestrasse,
Kirchgasse, Postgasse, Poststrasse, Sonnenbergstrasse, Feldstrasse, Landstrasse, Luzernerstrasse, Baslerstrasse, Quellenstrasse,
Wiesenstrasse, Wiesenweg, Schulweg, Lindenstrasse, Lindenweg, Eichenweg, Tannenweg, Waldstrasse, Waldweg, Rebbergstrasse, Rebenweg,
Sonnenweg, Sonnhaldenstrasse, Buchenweg, Ahornweg, Kirchstrasse, Marktgasse, Rathausgasse, Bachstrasse, Bachweg, Blumenweg, Alpenstrasse,
Neugasse, Obergasse, Untergasse, Hintergasse, Mitteldorfstrasse, Grabenstrasse, Mattenweg, Mattenstrasse, Steinackerstrasse,
Friedhofweg, Sägeweg, Sägestrasse, Käsereiweg, Höhenweg, Panoramaweg, Rosenbergstrasse, St. Gallerstrasse, Winterthurerstrasse,
Aarauerstrasse, Solothurnerstrasse, Churerstrasse, Pilatusstrasse, Rigistrasse, Säntisstrasse, Juraweg, Jurastrasse, Zelgweg, Moosweg,
Rue de la Gare, Route Cantonale, Rue du Lac, Grand-Rue, Chemin des Vignes, Rue du Château, Rue de l'Église, Rue Centrale, Route de Berne,
Avenue de la Gare, Rue du Collège, Chemin du Stade, Rue des Alpes, Rue du Marché, Route de Genève, Route de Lausanne, Chemin des Cèdres,
Rue de l'Industrie, Chemin du Bois, Rue du Midi, Rue du Nord, Place du Village, Via Cantonale, Via Stazione, Via San Gottardo, Via Lugano"""

_LINES_2 = "N;1;2;P C;K"
_CH = Land(
    fixed(ranked(_CH_TOP), tail(mimesis("de-ch", r"[A-ZÄÖÜ][a-zäöü]{3,14}(?:strasse|weg|gasse|platz)", 350))),
    address("{street} {number}", 140, _LINES_2, [Unit("Whg. {number}", 20)], 3),
    company(_COMPANY_DE.replace("& Söhne", "+ Partner"), _TRADES_DE.replace("Großhandel", "Grosshandel"), "AG 50; GmbH 48; KlG 2"),
    "real", ("mimesis",),
)
_LI_TOP = """Landstrasse, Feldkircher Strasse, Dorfstrasse, Im Bretscha, Austrasse, Zollstrasse, Aeulestrasse, Herrengasse, Städtle,
Schwefelstrasse, Fürst-Franz-Josef-Strasse, Kirchstrasse, Lindenstrasse, Poststrasse, Bahnhofstrasse, Wuhrstrasse, Industriestrasse,
Obergass, Untergass, Im Rietacker, Im Zentrum, Marktgass, Reberastrasse, Tanzplatz, Schimmelgass, Egerta, Gapetschstrasse, Im Malarsch,
Essanestrasse, Rheinstrasse, Schulstrasse, Sägastrasse, Dorfgass, Wingertgass, Bergstrasse, Rotenbodenstrasse, Jonaboda, Steinort"""
_LI = Land(
    lambda _: union(ranked(_LI_TOP), tail(mimesis("de-ch", r"[A-ZÄÖÜ][a-zäöü]{3,9}(?:strasse|weg)", 110, without="Zürich|Limmat|Sihl"))),
    address("{street} {number}", 120, _LINES_2), company(_COMPANY_DE.replace("& Söhne", "+ Partner"), _TRADES_DE.replace("Großhandel", "Grosshandel"), "AG 60; Anstalt 15; GmbH 25"),
    "real", ("mimesis",),
)

_NL_TOP = """Kerkstraat, Schoolstraat, Molenstraat, Dorpsstraat, Molenweg, Julianastraat, Nieuwstraat, Parallelweg, Wilhelminastraat,
Beatrixstraat, Industrieweg, Stationsstraat, Hoofdstraat, Eikenlaan, Beukenlaan, Kastanjelaan, Dorpsweg, Marktstraat, Prins Bernhardstraat,
Emmastraat, Irenestraat, Margrietstraat, Oranjestraat, Stationsweg, Kerkweg, Schoolweg, Lindelaan, Berkenlaan, Esdoornlaan, Acacialaan,
Populierenlaan, Wilgenlaan, Kerkplein, Markt, Rembrandtstraat, Vermeerstraat, Frans Halsstraat, Jan Steenstraat, Vondelstraat, Tulpstraat,
Rozenstraat, Leliestraat, Narcisstraat, Anjerstraat, Irisstraat, Meidoornlaan, Merelstraat, Lijsterstraat, Zwaluwstraat, Spechtstraat,
Vinkenstraat, Mezenlaan, Beethovenlaan, Mozartlaan, Bachlaan, Burgemeesterlaan, De Ruyterstraat, Trompstraat, Piet Heinstraat,
Willem de Zwijgerstraat, Prins Hendrikstraat, Koningin Julianastraat, Koninginneweg, Oranjelaan, Nassaustraat, Wilhelminalaan, Julianalaan,
Beatrixlaan, Spoorstraat, Havenstraat, Haven, Kanaalweg, Kanaalstraat, Dijkstraat, Zeedijk, Achterstraat, Voorstraat, Langestraat,
Hoogstraat, Laagstraat, Zandstraat, Zandweg, Veldweg, Bosweg, Bosstraat, Heideweg, Heuvelstraat, Veldstraat, Kloosterstraat, Kapelstraat,
Pastoorstraat, Raadhuisstraat, Raadhuisplein, Gasthuisstraat, Bloemstraat, Sportlaan, Parklaan, Zuiderweg, Noorderweg, Oosterstraat,
Westerstraat, Zuidstraat, Noordstraat, Dennenlaan, Sparrenlaan, Iepenlaan, Essenlaan, Elzenlaan, Hazelaar, De Meent, Marconistraat,
Edisonstraat, Ambachtsweg, Nijverheidsweg, Handelsweg, Transportweg, Energieweg, Ampèrestraat, Voltastraat, Kievitstraat, Fazantstraat"""
_COMPANY_NL = """{family} {trade} {form} 5; {trade} {family} {form} 3; {family} & {family2} {form} 2; {family} {form} 2; Gebroeders {family} {form} 1;
{trade} {city} {form} 1; {family} & Zonen {form} 1"""
_TRADES_NL = """Logistiek, Groothandel, Handelsonderneming, Transport, Bouw, Bouwmaterialen, Installatietechniek, Elektrotechniek, Techniek,
Kantoorartikelen, Meubelen, Verpakkingen, Levensmiddelen, Dranken, Textiel, Bloemen, Tuincentrum, Metaal, Machines, Gereedschappen, Auto's,
Software, Automatisering, Schoonmaak, Advies, Vastgoed, Drukwerk, Keukens, Sanitair, Speelgoed"""
_NL = Land(
    fixed(ranked(_NL_TOP), tail(mimesis("nl", r"[A-Z][a-zéëï]{3,15}(?:straat|laan|weg|plein|singel|dreef|hof|gracht|kade|pad)", 500))),
    address("{street} {number}", 220, "N;1 2;P C;K", [Unit("A", 1, 4), Unit("B", 1, 3), Unit("C", 1, 1), Unit("bis", 1, 1), Unit("hs", 1, 1)], 8),
    company(_COMPANY_NL, _TRADES_NL, "B.V. 78; V.O.F. 14; N.V. 3; Holding B.V. 5"),
    "real", ("mimesis",),
)
_BE_TOP = """Kerkstraat, Stationsstraat, Molenstraat, Nieuwstraat, Schoolstraat, Veldstraat, Kapelstraat, Dorpsstraat, Hoogstraat,
Rue de l'Église, Rue de la Station, Rue du Moulin, Grand-Rue, Rue de la Gare, Rue du Château, Rue de l'École, Rue Haute, Rue du Village,
Bosstraat, Leopoldstraat, Kloosterstraat, Kasteelstraat, Beekstraat, Heidestraat, Lindestraat, Groenstraat, Gentsesteenweg,
Brusselsesteenweg, Antwerpsesteenweg, Mechelsesteenweg, Chaussée de Bruxelles, Chaussée de Namur, Chaussée de Mons, Rue du Centre,
Rue des Écoles, Rue Neuve, Rue Basse, Rue du Bois, Rue Albert Ier, Rue Joseph Wauters, Rue Emile Vandervelde, Rue du Commerce, Rue de la Paix,
Rue du Pont, Rue des Prés, Rue des Champs, Rue de Bruxelles, Rue Royale, Rue Saint-Martin, Rue de la Chapelle, Rue de la Fontaine,
Rue du Tilleul, Rue des Tilleuls, Avenue Louise, Avenue des Tilleuls, Avenue Albert, Avenue de la Gare, Place Communale, Place Saint-Pierre,
Marktplein, Grote Markt, Markt, Dorpsplein, Statieplein, Koning Albertstraat, Koning Albertlaan, Koningin Astridlaan, Parklaan,
Industrielaan, Nijverheidslaan, Eikenlaan, Beukenlaan, Lindenlaan, Berkenlaan, Acacialaan, Kastanjelaan, Rozenlaan, Vlierstraat, Bergstraat,
Broekstraat, Brugstraat, Gasthuisstraat, Gemeentestraat, Zandstraat, Steenstraat, Steenweg, Tiensesteenweg, Leuvensesteenweg, Diestsesteenweg"""
_BE = Land(
    fixed(ranked(_BE_TOP), tail(mimesis("nl-be", r"[A-Z][a-zéëï]{3,14}(?:straat|laan|plein|dreef|steenweg|lei)", 300))),
    address("{street} {number}", 260, "N;1 2;P C;K", [Unit("bus {number}", 24, 6), Unit("bte {number}", 24, 4)], 22),
    company("{family} {trade} {form} 4; {trade} {family} {form} 2; {family} & {family2} {form} 2; {family} {form} 2; Établissements {family} {form} 1; Gebroeders {family} {form} 1",
            _TRADES_NL.replace("Auto's", "Garage") + ", Transports, Bâtiment, Distribution, Électricité, Chauffage, Boissons, Meubles", "BV 40; SRL 32; NV 14; SA 12; CV 2"),
    "real", ("mimesis",),
)

_DA_TOP = """Kirkevej, Skolevej, Møllevej, Nørregade, Østergade, Vestergade, Søndergade, Jernbanegade, Skovvej, Stationsvej, Birkevej,
Kirkegade, Storegade, Engvej, Drosselvej, Solvej, Bakkevej, Skolegade, Lærkevej, Algade, Nygade, Strandvejen, Tværgade, Industrivej,
Bøgevej, Egevej, Granvej, Pilevej, Rosenvej, Tværvej, Havnegade, Havnevej, Toften, Markvej, Mosevej, Skovbrynet, Bygaden, Hovedgaden,
Hovedvejen, Kirkebakken, Kløvervej, Lindevej, Mellemgade, Ringvej, Rådhusgade, Rådhuspladsen, Torvet, Torvegade, Bredgade, Smedegade,
Adelgade, Præstevej, Svalevej, Mejsevej, Solsortevej, Vibevej, Fasanvej, Nattergalevej, Elmevej, Ahornvej, Hasselvej, Tjørnevej,
Syrenvej, Tulipanvej, Violvej, Liljevej, Anemonevej, Enghavevej, Gartnervej, Gammel Landevej, Landevejen, Vestre Ringvej, Nordre Ringvej,
Bakkedraget, Engdraget, Åvej, Åbrinken, Søvej, Søvænget, Parkvej, Parkalle, Skovgade, Vesterbrogade, Nørrebrogade, Østerbrogade,
Frederiksgade, Kongensgade, Dronningensgade, Prinsensgade, Christiansvej, Dalgade, Dalvej, Fabriksvej, Fjordvej, Fjordgade, Grønnegade,
Grønnevej, Vinkelvej, Vænget, Damvej, Kildevej, Kærvej, Heimdalsvej, Thorsvej, Odinsvej, Baldersvej, Frejasvej, Sankt Knuds Vej"""
_COMPANY_DA = "{family} {trade} {form} 5; {family} & {family2} {form} 2; {city} {trade} {form} 2; Brdr. {family} {form} 1; {family} & Søn {form} 1; {family} {form} 2"
_TRADES_DA = """Logistik, Transport, Engros, Handel, Byg, El, VVS, Tømrer, Maskiner, Møbler, Fødevarer, Drikkevarer, Tekstil, Emballage,
Kontorartikler, Værktøj, Autodele, Biler, Software, IT, Rengøring, Rådgivning, Ejendomme, Tryk, Medico, Havecenter, Legetøj, Trælast,
Ventilation, Fisk"""
_DK = Land(
    fixed(ranked(_DA_TOP), tail(mimesis("da", r"[A-ZÆØÅ][a-zæøåé]{3,14}(?:vej|gade|vænget|parken|stræde|bakken|vejen)", 450))),
    address("{street} {number}", 160, "N;1;2;P C;K", [Unit("{number}. tv.", 5, 5), Unit("{number}. th.", 5, 5), Unit("{number}. mf.", 4, 1), Unit("st. tv.", 1, 2), Unit("st. th.", 1, 2)], 30),
    company(_COMPANY_DA, _TRADES_DA, "ApS 62; A/S 28; I/S 6; IVS 1; K/S 3"), "real", ("mimesis",),
)
_FO_TOP = """Tinghúsvegur, Jónas Broncksgøta, Niels Finsensgøta, Áarvegur, Bøgøta, Kirkjuvegur, Skúlavegur, Heygavegur, Strandvegur,
Havnargøta, Heimasta Horn, Bryggjubakki, Dalavegur, Fjarðavegur, Fossagøta, Hornavegur, Klaksvíksvegur, Landavegur, Marknagilsvegur,
Miðvegur, Norðuri í Bø, Oyggjarvegur, Óðinshædd, Ovari Vegur, Niðari Vegur, Rættargøta, R.C. Effersøes gøta, Sandavegur, Sjógøta,
Skálavegur, Sandagerðisvegur, Stiðjagøta, Tróndargøta, Torvgøta, Vágsvegur, Vestara Bryggja, Víðarlundur, Yviri við Strond, Handilsvegur,
Bøvegur, Garðavegur, Hamragøta, Hoydalsvegur, Kambsvegur, Karlamagnusarbreyt, Lyngvegur, Mýrugøta, Nólsoyarvegur, Svínoyargøta,
Gerðisvegur, Toftavegur, Undir Bryggjubakka, Undir Fjalli, Uppi á Bø, Viðagøta, Vøruvegur, Eysturoyarvegur, Sólarvegur, Varðagøta, Tvørgøta"""
_FO = Land(
    lambda _: union(ranked(_FO_TOP), compose("{}vegur 60; {}gøta 40", "Bø, Brekku, Lág, Stórá, Hálsa, Húsa, Fjalla, Gróthús, Akra, Enda, Kráku, Ternu, Tjaldurs, Lunda, Svala, Rósu, Fagra, Grøna, Nýggja, Gamla, Heiða, Vatna, Steina, Tanga, Eiða, Runa, Nes, Mýra, Løkja, Áar, Múla, Torva, Eyra, Skála")),
    address("{street} {number}", 90, "N;1;2;FO-P C;K", [Unit("{number}. hædd", 3)], 6),
    company("{family} {trade} {form} 4; {city} {trade} {form} 2; {family} & {family2} {form} 1; P/F {family} {trade} 3; Sp/f {trade} {city} 2",
            """Fiskavøra, Handil, Heilsøla, Skipasmiðja, Timbur, Elektro, Bygging, Flutningur, Bilar, Matvørur, Drykkjuvørur, Klæði, Møblar, Reiðskapur, Ráðgeving,
            Prent, Bókhald, Reingerð, Kunningartøkni, Maskinur, Trol, Línuveiða, Alivinna, Ull, Ferðavinna""", "P/F 60; Sp/f 40"), "made")

_SV_TOP = """Storgatan, Skolgatan, Kyrkogatan, Järnvägsgatan, Drottninggatan, Kungsgatan, Ringvägen, Skolvägen, Björkvägen, Strandvägen,
Nygatan, Trädgårdsgatan, Industrigatan, Industrivägen, Skogsvägen, Parkgatan, Parkvägen, Granvägen, Kyrkvägen, Östra Storgatan,
Västra Storgatan, Norra Storgatan, Södra Storgatan, Långgatan, Villagatan, Villavägen, Tallvägen, Ekvägen, Aspvägen, Lönnvägen, Lindvägen,
Rönnvägen, Hasselvägen, Alvägen, Ängsvägen, Åkervägen, Furuvägen, Backvägen, Bergsvägen, Solvägen, Byvägen, Stationsgatan, Stationsvägen,
Hamngatan, Fabriksgatan, Kvarngatan, Kvarnvägen, Bruksgatan, Torggatan, Torget, Vasagatan, Linnégatan, Sveavägen, Odengatan, Bergsgatan,
Bryggargatan, Smedjegatan, Slottsgatan, Prästgatan, Borgmästargatan, Repslagaregatan, Köpmangatan, Handelsgatan, Idrottsvägen,
Sjövägen, Sjögatan, Ågatan, Åvägen, Blåbärsvägen, Hallonvägen, Lingonvägen, Smultronvägen, Rosenvägen, Syrenvägen, Tulpanvägen,
Violvägen, Blåklocksvägen, Lärkvägen, Trastvägen, Svalvägen, Talgoxvägen, Koltrastvägen, Fasanvägen, Gökvägen, Älgvägen, Rävvägen, Ekorrvägen,
Gamla vägen, Nya vägen, Tegelbruksvägen, Sågvägen, Såggatan, Mossvägen, Dalvägen, Dalgatan, Höjdvägen, Utsiktsvägen, Klockarvägen,
Norrgatan, Södergatan, Östergatan, Västergatan, Fredsgatan, Karlavägen, Engelbrektsgatan, Birger Jarlsgatan, Oscarsgatan, Viktoriagatan"""
_COMPANY_SV = "{family} {trade} {form} 4; {family}s {trade} {form} 2; {family} & {family2} {form} 2; {city} {trade} {form} 2; Bröderna {family} {form} 1; {trade} i {city} {form} 2"
_TRADES_SV = """Bygg, El, Rör, Måleri, Transport, Åkeri, Logistik, Grossist, Handel, Livsmedel, Dryck, Möbler, Kontor, Emballage, Verkstad,
Maskin, Bil, Bildelar, Data, IT-konsult, Städ, Redovisning, Fastigheter, Tryckeri, Trädgård, Järn, Trävaror, Textil, Sport, Leksaker"""
_SE = Land(
    fixed(ranked(_SV_TOP), tail(mimesis("sv", r"[A-ZÅÄÖ][a-zåäöé]{3,14}(?:gatan|vägen|stigen|gränd|torget|backen)", 450))),
    address("{street} {number}", 130, "N;1 2;P C;K", [Unit("lgh 1{number}01", 7, 4), Unit("lgh 1{number}02", 7, 4), Unit("lgh 1{number}03", 7, 2)], 14),
    company(_COMPANY_SV, _TRADES_SV, "AB 84; HB 8; KB 4; Handelsbolag 2; Förvaltning AB 2"), "real", ("mimesis",),
)
_AX_TOP = """Storagatan, Torggatan, Strandgatan, Östra Esplanadgatan, Norra Esplanadgatan, Skarpansvägen, Ålandsvägen, Neptunigatan,
Hamngatan, Storbyvägen, Getavägen, Godbyvägen, Lemlandsvägen, Hammarlandsvägen, Lumparlandsvägen, Saltviksvägen, Kyrkvägen, Skolvägen"""
_AX = Land(
    fixed(ranked(_AX_TOP), ranked(_SV_TOP.replace("Birger Jarlsgatan", "Parkgatan")), tail(mimesis("sv", r"[A-ZÅÄÖ][a-zåäö]{3,8}(?:vägen|gatan)", 60))),
    address("{street} {number}", 90, "N;1 2;AX-P C;ÅLAND;K", [Unit("A {number}", 12), Unit("B {number}", 12, 2)], 15),
    company(_COMPANY_SV, _TRADES_SV, "Ab 90; Kb 4; Öb 3; Andelslag 3"), "real", ("mimesis",),
)

_NO_TOP = """Storgata, Skoleveien, Kirkeveien, Industriveien, Solveien, Bjørkeveien, Granveien, Skogveien, Kirkegata, Strandgata, Skolegata,
Strandveien, Furuveien, Parkveien, Elveveien, Fjordveien, Nygata, Bakkeveien, Moveien, Myrveien, Ringveien, Tverrveien, Åsveien, Haugveien,
Jernbanegata, Stasjonsveien, Dronningens gate, Kongens gate, Prinsens gate, Torggata, Sjøgata, Havnegata, Øvre vei, Nedre vei, Rosenveien,
Rognveien, Ospeveien, Hasselveien, Lønneveien, Eikeveien, Heggveien, Orreveien, Trostveien, Lerkeveien, Svaleveien, Bregneveien, Lyngveien,
Blåbærveien, Tyttebærveien, Multeveien, Fredboes vei, Idrettsveien, Hovedgata, Sentrumsveien, Nordre gate, Søndre gate, Vestre gate,
Østre gate, Gamleveien, Nyveien, Kvernveien, Sagveien, Mølleveien, Smedveien, Prestegårdsveien, Ekornveien, Reveveien, Hareveien, Elgveien,
Bergveien, Dalsveien, Engveien, Åkerveien, Sletteveien, Lia, Solbakken, Solhaugveien, Utsikten, Toppen, Bruveien, Bekkeveien, Fossveien,
Vannverksveien, Vikaveien, Nesveien, Sundveien, Bryggeveien, Kaigata, Nansens gate, Ibsens gate, Bjørnsons gate, Wergelands vei, Griegs vei,
Haakon VIIs gate, Olav Tryggvasons gate, Harald Hårfagres gate, Sverres gate, Fagerheimveien, Skytterveien, Tunveien, Hagaveien, Løkkeveien"""
_NO = Land(
    fixed(ranked(_NO_TOP), tail(mimesis("no", r"[A-ZÆØÅ][a-zæøåé]{3,14}(?:veien|vegen|gata|bakken|stien|faret|vei)", 400))),
    address("{street} {number}", 140, "N;1;2;P C;K", [Unit("H0{number}01", 6, 4, 1), Unit("H0{number}02", 6, 3, 1), Unit("U0101", 1, 1)], 8),
    company("{family} {trade} {form} 4; {city} {trade} {form} 3; {family} & {family2} {form} 2; Brødrene {family} {form} 1; {family} {form} 2",
            """Bygg, Elektro, Rør, Transport, Logistikk, Engros, Handel, Dagligvarer, Sjømat, Møbler, Kontor, Emballasje, Verksted, Maskin, Bil,
            Bildeler, Data, IT, Renhold, Regnskap, Eiendom, Trykk, Hage, Trelast, Tekstil, Sport, Leker, Consulting, Entreprenør, Offshore""",
            "AS 92; ASA 2; ANS 2; DA 3; SA 1"), "real", ("mimesis",),
)

_FI_ROOTS = """Koulu, Rauhan, Kirkko, Asema, Metsä, Koivu, Ranta, Mänty, Teollisuus, Kauppa, Pelto, Puisto, Uusi, Mäki, Satama, Niitty,
Kuusi, Haapa, Pihlaja, Tammi, Lehmus, Leppä, Kallio, Myllyn, Tehtaan, Raatihuoneen, Torin, Linnan, Joki, Järvi, Lahden, Niemi, Saari, Suo,
Aitta, Kangas, Harju, Laakso, Kettu, Karhu, Orava, Jänis, Hirvi, Kotkan, Pääskyn, Varis, Kurki, Joutsen, Satakielen, Leivosen, Kielo, Vuokko,
Ruusu, Orvokki, Mustikka, Puolukka, Mansikka, Vadelma, Aurinko, Tähti, Kuun, Pohjois, Etelä, Itä, Länsi, Vanha, Pitkä, Keskus, Opisto,
Urheilu, Pajan, Sepän, Suutarin, Räätälin, Kalastajan, Laivurin, Metsurin, Veräjä, Aho, Notko, Kumpu, Vaara, Koski, Silta, Lähde, Kaivo"""
_FI_TOP = """Koulukatu, Kirkkokatu, Kauppakatu, Asemakatu, Rantatie, Koulutie, Rauhankatu, Teollisuustie, Keskuskatu, Hämeenkatu, Puistokatu,
Yliopistonkatu, Aleksanterinkatu, Mannerheimintie, Uudenmaankatu, Hämeentie, Kuopionkatu, Vaasankatu, Turuntie, Porvoonkatu, Fredrikinkatu,
Snellmaninkatu, Runeberginkatu, Topeliuksenkatu, Vuorikatu, Valtakatu, Maakunnankatu, Saimaankatu, Itsenäisyydenkatu, Satakunnankatu,
Tampereentie, Helsingintie, Oulunkatu, Lönnrotinkatu, Kalevankatu, Väinämöisenkatu, Ilmarisenkatu, Ainonkatu, Sampotie, Kalevantie"""
_FI = Land(
    fixed(ranked(_FI_TOP), compose("{}tie 60; {}katu 50; {}kuja 30; {}polku 20", _FI_ROOTS, each=3)),
    address("{street} {number}", 90, "N;1 2;P C;K", [Unit("A {number}", 24, 6), Unit("B {number}", 48, 4), Unit("C {number}", 72, 2), Unit("as. {number}", 20, 2)], 45),
    company("{family} {form} 1; {trade} {family} {form} 3; {city} {trade} {form} 2; {trade} {family} & {family2} {form} 1; {family} {trade} {form} 2",
            """Rakennus, Sähkö, Kuljetus, LVI-palvelu, Konepaja, Kone, Tukku, Kauppa, Kaluste, Toimisto, Pakkaus, Autohuolto, Varaosa, Tietotekniikka, Siivous,
            Tilitoimisto, Kiinteistöt, Paino, Puutarha, Puutavara, Rauta, Tekstiili, Urheilu, Lelu, Elintarvike, Juoma, Konsultointi, Metalli, Teräs, Maalaus""",
            "Oy 86; Ky 6; Oyj 1; Ay 3; Tmi 4"), "made")

_IS_TOP = """Laugavegur, Hverfisgata, Skólavegur, Hafnargata, Aðalgata, Strandgata, Hlíðarvegur, Kirkjuvegur, Austurvegur, Vesturgata, Hringbraut,
Miklabraut, Suðurgata, Austurstræti, Bankastræti, Skólavörðustígur, Njálsgata, Grettisgata, Bergstaðastræti, Lækjargata, Túngata, Garðavegur,
Heiðarvegur, Brekkugata, Aðalstræti, Hafnarstræti, Hamraborg, Faxabraut, Borgarbraut, Skipholt, Ármúli, Síðumúli, Suðurlandsbraut,
Bíldshöfði, Álfheimar, Langholtsvegur, Sólheimar, Háaleitisbraut, Kringlan, Hraunbær, Kleppsvegur, Dalvegur, Smiðjuvegur, Nýbýlavegur,
Kársnesbraut, Digranesvegur, Álfhólsvegur, Reykjavíkurvegur, Hjallabraut, Sunnuvegur, Lyngás, Birkihlíð, Einilundur, Furulundur, Grenilundur"""
_IS_FIT = r"[A-ZÁÉÍÓÚÝÞÆÖ][a-záéíóúýðþæö]{3,10}(?:gata|vegur|stígur|braut|tún|holt|hlíð|lundur|hraun|grund|teigur|bakki|mýri|byggð|melur|hvammur|heiði)"
_IS = Land(
    fixed(ranked(_IS_TOP), tail(mimesis("is", _IS_FIT, 450, without="Syðri|Ytri|Efri|Neðri|bústað"))),
    address("{street} {number}", 110, "N;1;2;P C;K", [Unit("íbúð 10{number}", 6), Unit("íbúð 20{number}", 6), Unit("{number}. hæð", 4, 2)], 10),
    company("{trade} {family} {form} 1; {trade} {city} {form} 3; {city} {trade} {form} 2; {trade} {form} 1",
            """Heildverslun, Bílaverkstæði, Byggingafélag, Vélsmiðja, Trésmiðja, Fiskvinnsla, Útgerð, Flutningar, Rafverktakar, Pípulagnir, Málun, Prentsmiðja,
            Bókhald, Ræstingar, Húsgögn, Skrifstofuvörur, Matvæli, Drykkjarvörur, Hugbúnaður, Ráðgjöf, Fasteignir, Gróðurvörur, Timbur, Fatnaður, Leikföng, Varahlutir, Umbúðir,
            Ferðaþjónusta, Bakarí, Verktakar""", "ehf. 88; hf. 8; sf. 2; slf. 2"), "real", ("mimesis",),
)
# fmt: on


def _with_roads(land: Land, pattern: str, suffix: str) -> Land:
    """A few roads that are called after the town they lead to."""
    return Land(
        lambda towns: union(land.names([]), towns_in(towns, pattern, lambda town: town + suffix)),
        land.address, land.company, land.known, land.packages,
    )  # fmt: skip


COUNTRIES: dict[str, Land] = {
    "DE": _DE, "AT": _AT, "CH": _CH, "LI": _LI, "NL": _NL, "BE": _BE, "FO": _FO, "SE": _SE, "AX": _AX, "NO": _NO, "FI": _FI,
    "IS": _IS, "DK": _with_roads(_DK, "[A-ZÆØÅ][a-zæøå]{3,10}[^s]", "vej"),
}  # fmt: skip
