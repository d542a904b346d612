"""Common names of northern Europe and the Baltic, most common first, compiled by hand for Wares.

Each entry is (women, men, family names); `_` stands for the space within a name."""

from __future__ import annotations

HAND: dict[str, tuple[str, str, str]] = {
    "DK": (
        "Anne Kirsten Mette Hanne Anna Helle Maria Susanne Lene Marianne Camilla Lone Inge Pia Karen Bente Louise Charlotte Jette "
        "Tina Birgit Ida Gitte Julie Emma Laura Else Sofie Rikke Sara Lis Christina Pernille Ulla Birgitte Mathilde Hanna Cecilie "
        "Line Heidi Anette Trine Nanna Signe Inger Katrine Dorthe Ellen Ingrid Vibeke Grethe Emilie Amalie Annette Marie Tove "
        "Margit Lisbeth Bodil Anja Nina Stine Tanja Astrid Johanne Freja Rita Eva Jytte Lisa Caroline Ruth Clara Elisabeth Mona "
        "Aase Kristine Michelle Sanne Merete Isabella Ditte Maja Marlene Linda Britta Malene Gerda Annemarie Solveig Jane Josefine "
        "Maiken Sandra Monica Betina Ane Agnete Agnes Alma Alberte Anita Asta Benedikte Berit Conny Dagmar Dagny Diana Edith Elin "
        "Elna Erna Esther Eva Fatima Frida Gerd Gudrun Hedvig Helga Helene Henriette Ingeborg Iben Irene Iris Janne Jeanette Jeanne "
        "Joan Jonna Karin Karla Karina Kathrine Kristina Lea Lena Lilian Liselotte Lotte Liv Lærke Mai Maibritt Malou Margrethe "
        "Marlene Mia Minna Mie Nadia Olga Patricia Pernille Ragnhild Randi Regitze Rosa Sabrina Signe Sigrid Simone Sofia Sonja "
        "Sys Tenna Thea Tina Vera Vivi Winnie Yvonne Åse Asger",
        "Peter Michael Lars Jens Thomas Henrik Søren Christian Jan Martin Niels Anders Morten Jesper Hans Mads Per Ole Rasmus "
        "Jørgen Frederik Kim Erik Poul Emil Torben Flemming Bent Mikkel John Lasse Mathias Simon Daniel Jacob Jakob Claus Kasper "
        "Andreas Finn Magnus Nikolaj Alexander Brian Carsten Knud Steen Oliver Tobias Christoffer Svend Mogens Kurt Allan Jonas "
        "Bo René Kenneth Leif Nicolai Karl Benny Preben William Oscar Philip Victor Bjarne Sebastian Kristian Dennis Ulrik Frank "
        "Johan Marcus Arne Tommy Lucas Viggo Johannes Malthe Aage Adam Albert Aksel Anton Asger Axel Bertil Birger Bjørn Børge "
        "Carl Carlo Christopher Dan David Ebbe Egon Einar Elias Ejner Eskild Esben Felix Freddy Frede Gert Gunnar Gustav Harald "
        "Heine Helge Henning Holger Hugo Ib Ivan Jeppe Jimmy Joachim Jon Julius Keld Kaj Kjeld Klaus Kristoffer Ken Lauge Laurits "
        "Marius Max Mohamed Mark Mikael Nils Noah Olaf Otto Palle Patrick Paul Rune Robert Ronni Sander Silas Sigurd Stefan Steffen "
        "Sten Stig Sune Svenning Tage Theis Thor Thorkild Tim Tonny Troels Troels Uffe Valdemar Verner Villy Vagn",
        "Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen Olsen "
        "Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Jacobsen Mikkelsen Olesen Frederiksen Laursen "
        "Henriksen Lund Schmidt Eriksen Holm Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Vestergaard Nissen "
        "Lauridsen Mogensen Jespersen Østergaard Kjær Dahl Jepsen Nygaard Bertelsen Frandsen Gregersen Hermansen Søndergaard "
        "Carlsen Bach Steffensen Bang Villadsen Dam Kjeldsen Ravn Lind Skov Ibsen Mathiesen Bjerregaard Thygesen Overgaard Berg "
        "Bruun Berthelsen Friis Toft Winther Holst Lassen Hald Ottosen Danielsen Juul Enevoldsen Krogh Lorenzen Damgaard Krog Brandt "
        "Beck Bech Foged Hedegaard Fischer Juhl Koch Bak Bay Bonde Bendtsen Boisen Bro Buch Buhl Carstensen Davidsen Dalsgaard Due "
        "Ebbesen Eskildsen Fisker Gade Graversen Gram Groth Haugaard Hansson Hemmingsen Hjorth Hougaard Høj Højgaard Isaksen Johnsen "
        "Justesen Jessen Klausen Kofoed Korsgaard Kruse Lausen Leth Lykke Lyngsø Markussen Mathiasen Michelsen Munk Nørgaard Nielsson "
        "Paulsen Petterson Pallesen Riis Ritter Rosendahl Schou Schultz Smith Stokholm Straarup Thorsen Thøgersen Torp Thuesen Vang "
        "Vinther Væver Wulff Ågaard Aagaard Ahmed Ali Nguyen Hussein",
    ),
    "NO": (
        "Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Bjørg Hilde Anna Solveig Marianne Randi Ida Nina Maria Elisabeth Kristin "
        "Bente Heidi Silje Hanne Linda Tone Gerd Tove Wenche Elin Ragnhild Ellen Camilla Julie Karin Mona Emma Anita Mari Laila "
        "Cecilie Ann Monica Sara Thea Aud Marte Grethe Lene Turid Else Line Stine Åse Unni Nora Martine Ida Gunn Torill Maren "
        "Malin Lise Trine Kirsten Helene Christine Marie Vilde Hege Irene Synnøve Rita Lillian Siri Therese Gro May Signe Karoline "
        "Sissel Siv Mette Lisbeth Tina Guro Sigrid Frida Jenny Amalie Andrea Anette Aurora Benedicte Birgit Borghild Bodil Bodhild "
        "Britt Charlotte Eli Elise Ellinor Elsa Elna Emilie Gudrun Gunvor Hedda Helga Hilda Idun Ingeborg Ingunn Inga Ingvild Iselin "
        "Janne Jorunn Johanna Josefine Julia Kaja Katrine Kine Kjersti Kjellaug Klara Lena Leah Lotte Live Lena Magnhild Maja Margit "
        "Margrethe Margareth Mathilde Merete Mia Miriam Nanna Nathalie Oda Olaug Olga Oddny Oddveig Pia Reidun Rigmor Ruth Rønnaug "
        "Sandra Sidsel Sofie Sonja Sunniva Svanhild Synne Tonje Torunn Tordis Tuva Una Ulrikke Unn Valborg Veronica Vibeke Vigdis "
        "Wenke Yngvild Ylva Åshild Åslaug",
        "Jan Per Bjørn Ole Lars Kjell Knut Arne Thomas Svein Hans Geir Tor Morten Terje Odd Erik Martin Andreas Anders John Rune "
        "Trond Tore Daniel Harald Kristian Olav Marius Jon Fredrik Magnus Stian Kristoffer Øyvind Henrik Jonas Leif Espen Rolf "
        "Gunnar Alexander Christian Nils Helge Einar Tom Eirik Håkon Øystein Frode Kåre Roger Arild Jens Sondre Steinar Petter "
        "Sverre Egil Karl Ola Dag Erling Kenneth Sigurd Simen Roy Vidar Johan Robert Emil Ivar Stein Sander Magne Reidar Michael "
        "David Frank Kim Pål Finn Eivind Ragnar Mathias Bård Bjarne Tobias Trygve Alf Oliver Aksel Adrian Asbjørn Asle Atle Audun "
        "Benjamin Birger Birk Brede Børge Cato Didrik Eilif Einar Elias Eskil Even Filip Gard Gaute Georg Gjermund Glenn Gudmund "
        "Gustav Guttorm Halvard Halvor Herman Hermod Hugo Håvard Inge Isak Jarle Joachim Johannes Jostein Jørgen Jørn Ketil Kolbjørn "
        "Kurt Lasse Leiv Mads Markus Mikkel Mohammed Nikolai Noah Oddbjørn Oddvar Odin Olaf Oskar Ove Paul Peder Per-Erik Ronny "
        "Roald Roar Rolf Sebastian Sigbjørn Sigmund Sigve Sivert Snorre Stig Sindre Ståle Svenn Tarjei Theodor Torbjørn Tord Torgeir "
        "Torleif Torstein Torkel Tormod Truls Ulrik Vebjørn Vegard Vetle Viktor Wilhelm William Willy Yngve Åge Åsmund",
        "Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen Hagen "
        "Johannessen Andreassen Jacobsen Dahl Jørgensen Henriksen Lund Halvorsen Sørensen Jakobsen Moen Gundersen Iversen Strand "
        "Solberg Svendsen Eide Knutsen Martinsen Paulsen Bakken Kristoffersen Mathisen Lie Amundsen Rasmussen Lunde Solheim Berge "
        "Moe Nygård Bakke Fredriksen Kristensen Holm Lien Andresen Christensen Hauge Knudsen Nielsen Evensen Sæther Aas Hanssen "
        "Myhre Ellingsen Thomassen Haugland Simonsen Berntsen Isaksen Sandvik Eliassen Danielsen Rønning Næss Antonsen Arnesen "
        "Vik Ali Ødegård Hovland Ahmed Myklebust Holmen Birkeland Hermansen Tangen Edvardsen Sivertsen Nguyen Gulbrandsen Bøe Tveit "
        "Aune Brekke Hoff Ruud Carlsen Bråten Fosse Gjerde Helland Ingebrigtsen Monsen Sunde Torgersen Ødegaard Aasen Alstad "
        "Austad Bjerke Bjørnstad Borgen Brandvold Bryn Bråthen Dalen Dyrseth Egeland Eikeland Engen Enger Fjeld Foss Fossum Fjeldstad "
        "Framnes Gabrielsen Grønli Grøndahl Hammer Hansson Hatlestad Hegge Heggelund Hole Holen Holte Husby Høiland Jenssen Johannesen "
        "Jonassen Kaspersen Kleiven Kolstad Kvam Kvåle Langeland Lorentzen Løken Magnussen Mikkelsen Mikalsen Myrvold Mørk Nordby "
        "Nygaard Nordli Olaussen Opsahl Petersen Risan Rød Røed Rustad Sand Sandnes Selnes Skaar Skoglund Skogen Sletten Solli "
        "Stene Steen Stokke Syversen Thorsen Thorsrud Tveiten Vangen Vestby Wold Wilhelmsen Østby Øien Åsheim Hussain Khan Singh",
    ),
    "SE": (
        "Anna Eva Maria Karin Kristina Lena Sara Kerstin Emma Ingrid Marie Malin Jenny Hanna Annika Birgitta Susanne Elin Monica "
        "Inger Johanna Ulla Linda Carina Elisabeth Sofia Gunilla Margareta Helena Julia Ann Annelie Ida Ann-Marie Camilla Anneli "
        "Anita Josefin Elsa Caroline Christina Gun Alice Lisa Åsa Frida Amanda Agneta Sandra Gunnel Marianne Barbro Siv Maja Sofie "
        "Lisbeth Matilda Cecilia Therese Emelie Ebba Ellen Klara Moa Ulrika Jessica Charlotte Pia Berit Madeleine Britt Inga Mona "
        "Astrid Yvonne Louise Felicia Victoria Irene Rebecca Agnes Pernilla Katarina Britt-Marie Marita Ella Lovisa Ingela Mia "
        "Nathalie Ann-Christin Isabelle Rut Maj-Britt Petra Åsa Lotta Tove Viktoria Veronica Gerd",
        "Lars Anders Johan Mikael Erik Per Peter Fredrik Thomas Karl Hans Jan Daniel Andreas Mats Göran Magnus Stefan Bengt "
        "Alexander Jonas Martin Niklas Bo Leif Björn Patrik Nils Ulf Oscar David Henrik Mattias Emil Sven Viktor Simon Christer "
        "Rolf Marcus Robert Anton Kjell Filip Tommy Håkan Lennart Robin Joakim Jakob Sebastian Roger Tobias Christian Stig Adam "
        "Kent William Jimmy Gunnar Rickard Elias Linus Johannes Rikard Hugo Roland Kenneth Ingemar Claes Ola Gustav Börje Arne Ali "
        "Ove Hampus Mohamed Jonathan Dennis Oliver Ahmed Lucas Åke Pontus Staffan Jörgen Kurt Isak Christoffer Albin Axel Ronny "
        "Urban Torbjörn Tomas Conny Samuel",
        "",
    ),
    "FI": (
        "Tuula Ritva Leena Pirjo Päivi Tiina Sari Anne Minna Marja Eila Sirpa Johanna Maria Pirkko Riitta Anna Seija Merja Eija Laura "
        "Heidi Hanna Katja Marjatta Anja Satu Kirsi Sanna Jaana Tarja Irma Aino Mari Raija Marika Elina Jenni Anneli Tuija Arja "
        "Helena Susanna Niina Heli Kaisa Outi Marjo Arja Mirja Virpi Raili Taina Anu Emmi Sonja Nina Jonna Noora Essi Sara Emilia "
        "Reetta Henna Pia Ulla Saara Liisa Mervi Terttu Aila Aune Maija Maarit Teija Anni Eeva Elisa Helvi Iida Irja Kaarina Kati "
        "Kerttu Kristiina Lea Liisa Mirka Miia Milla Oona Paula Piia Raisa Ronja Saija Sini Sinikka Suvi Taru Tanja Tea Ulla Venla "
        "Veera Vilma Ella Hilkka Jasmin Julia Krista Pauliina Riikka Annika Camilla Christina Monica",
        "Timo Juha Matti Kari Mikko Jari Antti Jukka Mika Markku Pekka Hannu Heikki Seppo Janne Ari Petri Sami Marko Pentti Esa Jani "
        "Juhani Lauri Erkki Risto Jarmo Jouni Tero Martti Harri Jorma Ville Raimo Reijo Veikko Tapio Kimmo Toni Vesa Juho Tuomas "
        "Olli Arto Ilkka Kalevi Henri Teemu Aleksi Joni Pasi Eero Tommi Tomi Niko Eetu Jaakko Arttu Aki Joonas Kalle Paavo Kai "
        "Roope Jesse Otto Onni Niilo Eino Leo Miika Ismo Jussi Topi Tuomo Santeri Samuel Oskari Rasmus Sauli Simo Taneli Tapani Toivo "
        "Urho Valtteri Veli Viljami Väinö Yrjö Aarne Aatu Akseli Allan Eemeli Ensio Hugo Ilmari Joel Jere Karri Kaarlo Kauko Keijo "
        "Lasse Mauri Mauno Mikael Olavi Oiva Osmo Perttu Petteri Pertti Rauno Robert Jan Kim Stefan Kenneth Johan",
        "",
    ),
    "AX": (
        "Anna Maria Eva Karin Margareta Susanne Carina Gun Ulla Birgitta Anne Monica Annika Camilla Maj-Britt Barbro Sofia Johanna "
        "Christina Kristina Helena Ingrid Linda Pia Sara Emma Hanna Jessica Mia Marina Gunilla Siv Inger Nina Erika Malin Frida Ida "
        "Elin Alexandra Sandra Jenny Cecilia Viveka Yvonne Solveig Gunnel Harriet Doris Regina Mona Ann-Christin Ebba Ellen Alice "
        "Elsa Wilma Ella Ellinor Victoria Rebecka Amanda Nathalie Tove Tina Tuula Päivi Heidi Annette Benita Britt Marita Katarina "
        "Rosita Marianne Lisbeth Lena Kerstin",
        "Jan Kaj Karl Lars Bo Johan Anders Mats Peter Kjell Tom Henrik Christer Stefan Mikael Erik Göran Leif Björn Kenneth Robert "
        "Fredrik Hans Per Ulf Sven Rolf Tage Rainer Roger Kim Bengt Thomas Jörgen Tommy Daniel Andreas Jonas Patrik Niklas Jonny "
        "Marcus Dan Håkan Folke Gunnar Guy Ingmar Jesper John Magnus Nils Olof Ole Ove Ralf Runar Rune Simon Sebastian Rasmus Oscar "
        "William Viktor Emil Alexander Anton Axel Benny Carl Christian David Dick Edvin Elis Jim Joakim Kurt Linus Martin Max Pontus "
        "Robin Stig Sture Sune Timo Jari Börje Åke",
        "Karlsson Johansson Eriksson Jansson Andersson Lindholm Mattsson Sjöblom Lundberg Söderlund Häggblom Nordlund Öhman "
        "Danielsson Pettersson Svensson Nordberg Lindqvist Mattson Sundberg Sjölund Gustafsson Eklund Holmberg Carlsson Blomqvist "
        "Henriksson Jakobsson Lindström Fagerlund Lundqvist Grönlund Söderholm Söderström Österlund Holmström Nyman Östman "
        "Engblom Ekström Sjöberg Lindblom Isaksson Bergman Dahlén Mansén Boman Björklund Eliasson Fellman Fredriksson Granlund "
        "Gustavsson Hagelberg Hellström Hellman Hägglund Högberg Husell Isacsson Jonsson Karring Kvarnström Kronqvist Lignell "
        "Lindroos Lundell Löfström Mörn Nylund Nordström Olofsson Påvals Pellas Persson Qvarnström Rosenberg Rosenqvist Roos Sandberg "
        "Sandell Sirén Skogberg Sjöstrand Stenros Strandvik Strömberg Sundblom Sundqvist Sundström Söderdahl Tallberg Troberg "
        "Törnroos Wahlberg Westerberg Westerlund Wiklund Wickström Winé Åkerblom Åkerfelt Ålander Öberg Korhonen Virtanen Nieminen",
    ),
    "IS": (
        "Anna Guðrún Kristín Sigríður Margrét Helga Sigrún Ingibjörg María Jóhanna Elín Katrín Hildur Ragnheiður Lilja Erla Guðbjörg "
        "Eva Sara Ólöf Hulda Ásta Elísabet Unnur Steinunn Ásdís Íris Birna Bryndís Halldóra Jóna Þórunn Sólveig Auður Guðný Rakel "
        "Berglind Hrafnhildur Ásthildur Linda Svava Harpa Hrefna Edda Kolbrún Rósa Björg Inga Hanna Valgerður Sandra Bergþóra Jónína "
        "Emilía Heiða Soffía Rannveig Þóra Dagný Arna Karen Sóley Sonja Hafdís Herdís Laufey Thelma Telma Lára Vigdís Ester Rebekka "
        "Sunna Erna Hjördís Kristjana Aðalheiður Dagbjört Ágústa Petra Eydís Eyrún Fjóla Fríða Gerður Gréta Gunnhildur Guðlaug "
        "Gyða Hólmfríður Hekla Hafrún Iðunn Ísabella Jórunn Júlía Kamilla Klara Kristbjörg Ragna Rut Salvör Selma Sigurbjörg "
        "Sigurlaug Snædís Sæunn Stefanía Tinna Una Védís Vala Þórdís Þórhildur Þuríður Ösp Freyja Brynja Birgitta Andrea Alda Agnes",
        "Jón Sigurður Guðmundur Gunnar Ólafur Einar Kristján Magnús Stefán Jóhann Björn Árni Bjarni Helgi Halldór Pétur Kristinn "
        "Gísli Ragnar Þorsteinn Guðjón Páll Sveinn Óskar Daníel Haukur Davíð Andri Arnar Birgir Ívar Hilmar Karl Jóhannes Hörður "
        "Ingi Haraldur Ásgeir Atli Aron Ágúst Jónas Viktor Alexander Sævar Hjalti Grétar Baldur Friðrik Erlingur Brynjar Jakob "
        "Ómar Þórður Rúnar Hafsteinn Hlynur Sindri Tómas Bragi Ari Ingvar Kjartan Hannes Eiríkur Gylfi Egill Elvar Axel Róbert "
        "Sigurjón Sverrir Örn Freyr Finnur Valur Trausti Tryggvi Garðar Gestur Guðlaugur Geir Hákon Heiðar Hermann Hallgrímur "
        "Ísak Jökull Júlíus Kári Leifur Logi Lárus Matthías Njáll Oddur Orri Reynir Rafn Skúli Snorri Stígur Steinar Steingrímur "
        "Unnar Úlfar Vilhjálmur Víðir Yngvi Þór Þórarinn Þorvaldur Þröstur Ægir Benedikt Bergur Bogi Dagur Erlendur Eyþór",
        "",
    ),
    "FO": (
        "Anna Maria Marin Katrin Elisabeth Marjun Rannvá Turið Sanna Annika Jóhanna Guðrun Sólrun Beinta Bergljót Súsanna Elin "
        "Ingibjørg Birita Sigrid Olga Eyðbjørg Jóna Eivør Hanna Sára Helena Lena Jensina Durita Gunnvør Marita Sunneva Hansina "
        "Malan Barbara Rakul Ragnhild Tóra Margretha Bjørg Petra Vár Lív Hjørdis Heidi Randi Lisbeth Sonja Poula Fríða Armgarð "
        "Anita Elsba Henrietta Herborg Hervør Jastrid Jórun Kristina Lea Lilja Liljan Marianna Mia Oddvør Rebekka Rutt Sofía Solveig "
        "Sóley Súna Torhild Unn Óluva Ása Ástrið Óla",
        "Jógvan Hans Jákup Páll Petur Jón Jens Poul Ólavur Jóannes Sámal Rói Bárður Eyðun Høgni Brandur Hanus Niels Magnus Heri Rógvi "
        "Jóhan Dávur Jóan Tróndur Bjarni Rúni Sjúrður Teitur Kristian Martin Símun Tummas Mikkjal Andrias Dánjal Dávid Regin Janus "
        "Torkil Bogi Hjalti Hákun Ingi Leivur Steinar Eli Árni Sverri Suni Ári Óli Gunnar Kári Óðin Jákup_Martin Elspa Finnur Fróði "
        "Gudmundur Gunnleivur Heðin Jenis Jónas Kjartan Kim Lukas Mortan Oddur Óla_Jákup Ragnar Rani Roland Silas Snorri Sofus Svend Tóki "
        "Tórður Vilhelm Zakaris Jonhard",
        "Joensen Hansen Jacobsen Olsen Poulsen Petersen Johannesen Thomsen Nielsen Rasmussen Johansen Jensen Djurhuus Danielsen "
        "Mortensen Mikkelsen Dam Højgaard Andreasen Jespersen Simonsen Hentze Samuelsen Ellingsgaard Patursson Heinesen Kjølbro "
        "Zachariasen Davidsen Lamhauge Dahl Dalsgaard Eliasen Egholm Enni Fuglø Gaard Gregersen Guttesen Gunnarsson Haraldsen "
        "Hammer Hjelm Hoydal Isaksen Isholm Jakobsen Jarnskor Johannessen Justinussen Jógvansson Kallsberg Karlsen Klein Kristiansen "
        "Kruse Larsen Lassen Leitisstein Ludvig Lützen Magnussen Matras Michelsen Mohr Müller Mørkøre Mouritsen Niclasen Nolsøe "
        "Nygaard Olsson Osterø Old Paulsen Rein Restorff Reinert Rasmusen Sandá Skaale Skaalum Sivertsen Sørensen Thorsteinsson "
        "Thomassen Tausen Toftegaard Tórgarð Vang Vágsheyg Vestergaard Wang Weihe Winther Olavson Hansson Joensson Jónsson Jákupsson "
        "Sigurðsson Akselson Arge Bech Berg Biskopstø Bjartalíð Bærentsen Christiansen Debes Durhuus",
    ),
    "EE": (
        "Anna Maria Olga Irina Tiina Jelena Anne Svetlana Ene Valentina Katrin Tatjana Reet Sirje Galina Liina Anu Natalja Ljudmila "
        "Kristiina Kristi Kadri Helle Malle Marika Urve Kersti Külli Merle Piret Eve Ülle Tiiu Maie Aino Nadežda Margit Riina Krista "
        "Jekaterina Triin Aleksandra Diana Karin Pille Laura Helena Tiia Julia Marina Liis Ljubov Kaja Kairi Eha Viktoria Kätlin "
        "Heli Sandra Mare Kristina Merike Marge Imbi Hilja Laine Õie Aita Vaike Leida Linda Salme Evi Lea Ester Maire Ly Ingrid "
        "Inga Anastassia Darja Jevgenia Jana Ksenia Larissa Lilia Maarja Mari Marju Maris Annika Anneli Greete Getter Grete Hanna "
        "Janne Kai Kaire Karmen Kati Keiu Kerli Kaidi Laidi Leelo Leili Liisa Liisi Lilian Maarika Mai Maret Mirjam Moonika Signe "
        "Siiri Silja Silvi Silvia Taimi Terje Tuuli Virve Elle Epp Evelin Egle Eda Elina Eliise Emma",
        "Aleksandr Andres Vladimir Sergei Rein Urmas Jüri Andrei Margus Toomas Aleksei Jaan Martin Igor Tõnu Mati Peeter Viktor Ivan "
        "Aivar Raivo Nikolai Ants Priit Kalev Meelis Jaanus Tiit Dmitri Indrek Arvo Juri Marek Kristjan Mart Vello Oleg Aare Anatoli "
        "Enn Rait Madis Mihhail Jevgeni Valeri Tanel Rauno Taavi Siim Kaspar Karl Rasmus Artur Erki Alar Ain Ülo Heino Heiki Kaido "
        "Kaupo Lauri Marko Mihkel Märt Olev Raimo Roman Riho Sander Sten Silver Tarmo Tarvo Tauno Toivo Tõnis Uno Veiko Viljar Villu "
        "Vjatšeslav Maksim Konstantin Pavel Stanislav Allan Alo Andre Ando Avo Egon Elmar Erik Gert Gunnar Hannes Hanno Hendrik Henri "
        "Holger Imre Ivo Jaak Janek Janno Jarek Jarmo Joosep Jürgen Kaarel Kert Koit Kuno Kristo Leho Leo Lembit Markus Mehis Neeme "
        "Oliver Oskar Oskar Ott Ragnar Reimo Reigo Robert Romet Sulev Toomas Uku Urmo Vahur Valdo Valter",
        "Ivanov Tamm Saar Sepp Mägi Smirnov Vassiljev Petrov Kask Kukk Rebane Ilves Pärn Kuznetsov Koppel Mihhailov Pavlov Semjonov "
        "Andrejev Luik Kaasik Raudsepp Lepik Oja Kuusk Karu Fjodorov Kütt Nikolajev Vaher Põder Popov Lepp Kivi Mets Liiv Laur Mölder "
        "Stepanov Volkov Kallas Jakovlev Romanov Teder Jõgi Saks Kruus Kangur Aas Leppik Roos Peterson Moroz Puusepp Uibo Kalda Sokolov "
        "Orlov Raud Aleksejev Morozov Novikov Grigorjev Toom Õunapuu Männik Lind Toome Hein Kull Jürgenson Paju Johanson Rand "
        "Mitt Vares Sild Pukk Käärik Kuus Allik Hunt Parts Sikk Kasak Aavik Viira Tali Mänd Org Palm Pihlak Rätsep Soosaar Tomson",
    ),
    "LV": (
        "Anna Anita Inese Kristīne Ilze Inga Aija Dace Līga Ilona Ieva Liene Zane Sandra Iveta Valentīna Marija Baiba Tatjana Irina "
        "Svetlana Jeļena Natālija Ludmila Vija Daina Ināra Evija Laura Velta Ausma Maija Agnese Gunta Sarmīte Rita Ligita Santa Elīna "
        "Aina Dzintra Mārīte Solvita Linda Anda Sanita Lāsma Viktorija Olga Lidija Aleksandra Jekaterina Jana Jūlija Kristiāna Vita "
        "Signe Skaidrīte Zinaīda Zenta Ruta Rasma Regīna Māra Lelde Laima Krista Ina Ilga Guna Gita Elza Edīte Diāna Biruta Alise "
        "Austra Agita Agija Aiga Anastasija Antra Arta Astra Benita Dagnija Diāna Dita Elena Elita Emīlija Ērika Estere Evita Gaida "
        "Galina Gundega Helēna Indra Ingūna Intra Irēna Irīna Jolanta Justīne Karīna Katrīna Lauma Lilita Lilija Līva Lolita Madara "
        "Maiga Mairita Marika Marina Marta Megija Milda Mirdza Monika Nadežda Oksana Patrīcija Paula Rasa Rūta Sabīne Samanta Sigita "
        "Silvija Simona Sintija Sniedze Tamāra Taisija Una Valda Vēsma Vineta Vizma Žanna",
        "Jānis Andris Juris Aleksandrs Pēteris Māris Edgars Sergejs Mārtiņš Vladimirs Aivars Guntis Viktors Aigars Kārlis Ivars "
        "Artūrs Raivis Andrejs Gints Ainārs Kaspars Igors Normunds Valdis Uldis Imants Dainis Modris Ēriks Arvīds Dzintars Gunārs "
        "Nikolajs Oļegs Aleksejs Jurijs Ilmārs Roberts Toms Rihards Gatis Harijs Agris Oskars Ojārs Ēvalds Kristaps Dmitrijs Ģirts "
        "Edvīns Leonīds Raimonds Vilnis Zigmunds Laimonis Egils Dāvis Niks Aldis Alfrēds Alvis Antons Arnis Arnolds Arturs Armands "
        "Artis Atis Bruno Dairis Daniels Didzis Dzintars Eduards Einārs Elmārs Emīls Ernests Fēlikss Gundars Gustavs Haralds Henriks "
        "Ingus Ilgvars Ilgonis Indulis Intars Intis Jevgēņijs Jāzeps Jēkabs Krišjānis Kristers Krists Lauris Leons Linards Ludvigs "
        "Maksims Markuss Matīss Mareks Mihails Miks Mikus Nauris Oto Pauls Pāvels Ralfs Renārs Reinis Rolands Romāns Rūdolfs Sandis "
        "Sandris Staņislavs Tālis Tomass Vadims Valērijs Valters Vents Viesturs Vilis Visvaldis Vitālijs Voldemārs Zintis Ziedonis",
        "Bērziņš Kalniņš Ozoliņš Jansons Ozols Liepiņš Krūmiņš Balodis Eglītis Zariņš Pētersons Vītols Kļaviņš Kārkliņš Vanags "
        "Ivanovs Petrovs Lācis Dūmiņš Sproģis Kalējs Freimanis Grīnbergs Siliņš Priedītis Apinis Rozītis Zeltiņš Lapiņš Celmiņš "
        "Zālītis Āboliņš Šmits Vasiļjevs Krastiņš Dzenis Alksnis Strazdiņš Gailis Auziņš Kuzņecovs Smirnovs Mežulis Saulītis Skujiņš "
        "Ziediņš Briedis Zvirbulis Lūsis Zaķis Avotiņš Vilks Cīrulis Puriņš Muižnieks Birznieks Rudzītis Vīksne Upītis Upenieks "
        "Spriņģis Dambis Jēkabsons Andersons Jurēvičs Romanovskis Kovaļevskis Ābols Āns Baltiņš Bērtulis Blūms Brūveris Bite Caune Circenis "
        "Dreimanis Eglīts Fridrihsons Gulbis Graudiņš Grantiņš Grinvalds Gūtmanis Irbe Jaunzems Kauliņš Ķēniņš Ķirsis Kokins Krauklis "
        "Krēsliņš Lielmanis Leitis Liepa Lūkins Matīss Mālnieks Meijers Melderis Miezītis Mucenieks Ošiņš Ošs Pavlovs Paegle Pūce "
        "Pūpols Plūme Roze Rutkis Riekstiņš Sīlis Skudra Sokolovs Stepanovs Stūrītis Šteins Štrauss Tauriņš Titovs Tomsons Vēveris Vētra "
        "Viļumsons Vilciņš Zemītis Zirnis Zvaigzne Fjodorovs Popovs Pavlovskis Volkovs Novikovs Morozovs Mihailovs Orlovs Andrejevs "
        "Sondors Grigorjevs Jakovļevs Nikolajevs Romanovs Semjonovs Stankevičs Lazdiņš Namnieks Podnieks Podiņš Veinbergs Štelmahers",
    ),
    "LT": (
        "Ona Irena Danutė Janina Vida Rasa Daiva Inga Elena Regina Asta Laima Jūratė Aldona Kristina Marija Genovaitė Nijolė Rita "
        "Birutė Jurgita Stanislava Audronė Lina Loreta Daina Stasė Virginija Edita Vilma Zita Violeta Rūta Dalia Aušra Zofija Jolanta "
        "Ramunė Sigita Renata Laura Agnė Simona Gintarė Eglė Viktorija Monika Greta Ieva Giedrė Ilona Natalija Valentina Tatjana "
        "Olga Irina Jelena Erika Silvija Vaida Sandra Živilė Alina Aistė Akvilė Alma Algė Ana Angelė Anastazija Aurelija Austėja "
        "Bronislava Brigita Dainora Deimantė Diana Dovilė Džiuginta Eugenija Evelina Gabija Gabrielė Galina Gitana Goda Gražina "
        "Indrė Ingrida Irma Jadvyga Joana Jovita Julija Justė Justina Kamilė Karolina Kotryna Leokadija Liudmila Liucija Liepa "
        "Marytė Margarita Milda Miglė Modesta Neringa Neringa Odeta Oksana Onutė Palmira Petronėlė Raimonda Raminta Rimantė Rimutė "
        "Rugilė Roma Samanta Saulė Sonata Svetlana Teresė Toma Ugnė Urtė Vaiva Valerija Vanda Veronika Vytautė Vitalija Zina",
        "Jonas Vytautas Tomas Antanas Darius Mindaugas Kęstutis Andrius Juozas Algirdas Petras Linas Vladas Rimantas Marius Artūras "
        "Arūnas Saulius Gintaras Valdas Stasys Mantas Donatas Kazys Viktoras Robertas Aleksandras Audrius Algimantas Giedrius Rimas "
        "Alfonsas Romas Vidas Sigitas Ričardas Raimondas Martynas Paulius Povilas Aurimas Lukas Dainius Edvardas Remigijus Vaidas "
        "Egidijus Ramūnas Evaldas Vytas Deividas Edgaras Justinas Rokas Karolis Ignas Dovydas Nerijus Tadas Virginijus Zenonas Žydrūnas "
        "Žygimantas Adomas Adolfas Albertas Albinas Aleksas Alvydas Antonas Arnas Arvydas Aidas Benas Benediktas Bronius Bronislavas "
        "Česlovas Danielius Dominykas Domantas Eduardas Eimantas Ernestas Erikas Eugenijus Feliksas Gediminas Genadijus Gytis Henrikas "
        "Igoris Irmantas Jaroslavas Jokūbas Jurgis Julius Juris Kajus Laimonas Laimutis Laurynas Leonas Leonardas Liudas Liutauras "
        "Matas Mykolas Modestas Naglis Nikolajus Oskaras Osvaldas Pranas Pijus Raimundas Regimantas Rytis Romualdas Simonas Sergejus "
        "Stanislovas Svajūnas Šarūnas Tautvydas Titas Teodoras Ugnius Valentinas Valerijus Valerijonas Vaclovas Vilius Vincas Vitalijus",
        "Kazlauskas Jankauskas Petrauskas Stankevičius Vasiliauskas Žukauskas Butkus Paulauskas Urbonas Kavaliauskas Navickas "
        "Ramanauskas Savickas Šimkus Žilinskas Baranauskas Jonaitis Balčiūnas Kaminskas Rimkus Bagdonas Mažeika Norkus Petraitis "
        "Pocius Adomaitis Marcinkevičius Sakalauskas Rutkauskas Žemaitis Barkauskas Ivanauskas Kairys Dambrauskas Lukoševičius "
        "Bartkus Mickevičius Povilaitis Šidlauskas Balsys Čepaitis Grigas Jasaitis Juška Kučinskas Lapinskas Mikalauskas Mockus "
        "Morkūnas Narbutas Orlauskas Petkevičius Radzevičius Sabaliauskas Stonkus Stonys Tamulis Vaitkus Valaitis Vitkauskas "
        "Zabulionis Zakarauskas Žvirblis Žukas Adamonis Aleksandravičius Ambrazas Andriulis Antanaitis Arlauskas Aukštuolis "
        "Babrauskas Bakšys Baltrušaitis Banys Bernotas Bieliauskas Bložė Brazauskas Budrys Bučinskas Černiauskas Daukantas Daugėla "
        "Dargis Dirsė Dudėnas Gaidys Gaižauskas Galdikas Garbauskas Gedvilas Gricius Grinius Grybauskas Gudaitis Jakubauskas "
        "Jakštas Januška Jurgaitis Juodis Juodka Kalvaitis Karalius Katilius Kiškis Klimas Kubilius Kudirka Kuprys Kvedaras "
        "Laurinaitis Leonavičius Liutkus Macevičius Maciulevičius Malinauskas Mačiulis Matulis Matulevičius Meškauskas Miliauskas "
        "Milius Misevičius Nausėda Noreika Paliulis Pakalnis Pečiulis Pilipavičius Pranckevičius Puidokas Pukys Račkauskas Ragauskas "
        "Raudonis Rimša Ruzgys Sinkevičius Skrebė Skuodis Sadauskas Šalkauskas Šatas Šeškus Šimaitis Šukys Tarasevičius Tamošiūnas "
        "Tomkus Trumpa Ulevičius Urbonavičius Vaičiulis Vaičiūnas Valančius Valiulis Varnas Vilkas Vyšniauskas Vosylius Zaleckas "
        "Zubavičius Žalys Žebrauskas Žiogas Žukauskis",
    ),
}

# Fathers' names in the genitive, to which -son and -dóttir are put; most common first.
ICELANDIC_FATHERS = (
    "Jóns Sigurðar Guðmundar Gunnars Ólafs Einars Kristjáns Magnús Stefáns Jóhanns Björns Árna Bjarna Helga Halldórs Péturs Kristins "
    "Gísla Ragnars Þorsteins Guðjóns Páls Sveins Óskars Daníels Hauks Davíðs Andra Arnars Birgis Ívars Hilmars Karls Jóhannes "
    "Harðar Inga Haralds Ásgeirs Atla Arons Ágústs Jónas Viktors Alexanders Sævars Hjalta Grétars Baldurs Friðriks Erlings Brynjars "
    "Jakobs Ómars Þórðar Rúnars Hafsteins Hlyns Sindra Tómas Braga Ara Ingvars Kjartans Hannes Eiríks Gylfa Egils Elvars Axels "
    "Róberts Sigurjóns Sverris Arnar Freys Finns Vals Trausta Tryggva Garðars Gests Guðlaugs Geirs Hákonar Heiðars Hermanns Hallgríms "
    "Ísaks Jökuls Júlíus Kára Leifs Loga Lárusar Matthías Njáls Odds Orra Reynis Rafns Skúla Snorra Steinars Steingríms Unnars "
    "Úlfars Vilhjálms Víðis Yngva Þórs Þórarins Þorvalds Þrastar Ægis Benedikts Bergs Boga Dags Erlends Eyþórs Andrés Arnórs Auðuns "
    "Bárðar Eggerts Eyjólfs Felix Flosa Hafliða Herberts Hrafns Ingólfs Ingimars Jósefs Kolbeins Ketils Marinós Ottós Sigfús Sigmars "
    "Sigmundar Sigtryggs Sigþórs Símonar Sturlu Theódórs Vigfús Ögmundar Önundar Össurar Þorgeirs Þorkels Þorláks Þórhalls Þóris"
)
# A small share of Icelanders bear a family name.
ICELANDIC_FAMILIES = "Blöndal Thorarensen Hansen Briem Möller Andersen Nielsen Jensen Thoroddsen Norðdahl Thorlacius Kvaran Hafstein Schram Zoëga"
