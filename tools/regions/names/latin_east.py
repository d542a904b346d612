"""Common names of central and eastern Europe and the Turkic countries, most common first, compiled by hand for Wares.

Each entry is (women, men, family names); `_` stands for the space within a name."""

from __future__ import annotations

HAND: dict[str, tuple[str, str, str]] = {
    "PL": (
        "Anna Katarzyna Maria Małgorzata Agnieszka Barbara Ewa Krystyna Elżbieta Magdalena Joanna Aleksandra Zofia Monika Teresa "
        "Natalia Danuta Julia Karolina Janina Marta Beata Dorota Alicja Jolanta Halina Justyna Iwona Grażyna Jadwiga Paulina Irena "
        "Bożena Patrycja Urszula Hanna Sylwia Renata Stanisława Weronika Helena Wiktoria Edyta Marianna Emilia Izabela Ilona Klaudia "
        "Mariola Aneta Kinga Kamila Marzena Dominika Lucyna Wiesława Sabina Daria Gabriela Oliwia Bogumiła Genowefa Kazimiera Lidia "
        "Martyna Milena Nina Oksana Regina Sandra Stefania Wanda Zuzanna Żaneta Angelika Aldona Anita Antonina Adrianna Agata Amelia "
        "Bernadeta Bogusława Bronisława Celina Czesława Daniela Diana Eliza Ewelina Eugenia Felicja Franciszka Gertruda Honorata "
        "Irmina Iga Jagoda Józefa Kaja Kornelia Laura Lena Leokadia Ludwika Łucja Liliana Magda Maja Marcelina Marlena Marzanna "
        "Michalina Mirosława Olga Oliwia Olena Róża Roksana Roma Rozalia Sara Sławomira Tamara Tatiana Violetta Władysława Zdzisława",
        "Piotr Krzysztof Andrzej Tomasz Jan Paweł Michał Marcin Stanisław Jakub Adam Marek Łukasz Grzegorz Mateusz Wojciech Mariusz "
        "Dariusz Maciej Zbigniew Rafał Robert Kamil Jerzy Dawid Szymon Jacek Tadeusz Kacper Bartosz Ryszard Sebastian Jarosław "
        "Artur Józef Mirosław Sławomir Dominik Damian Janusz Henryk Przemysław Daniel Patryk Roman Kazimierz Filip Konrad "
        "Bartłomiej Karol Wiesław Arkadiusz Hubert Aleksander Adrian Marian Czesław Leszek Waldemar Bogdan Radosław Igor Antoni "
        "Edward Norbert Oskar Eryk Emil Bogusław Bolesław Cezary Cyprian Edmund Eugeniusz Feliks Franciszek Gabriel Gerard Gracjan "
        "Gustaw Ireneusz Jędrzej Julian Juliusz Kajetan Klaudiusz Konstanty Kornel Krystian Lech Leon Lucjan Ludwik Maksymilian "
        "Marceli Miłosz Mikołaj Mieczysław Nikodem Olaf Remigiusz Seweryn Stefan Sylwester Tymoteusz Walenty Wacław Wiktor Wincenty "
        "Witold Władysław Włodzimierz Zdzisław Zenon Zygmunt Ignacy Olivier",
        "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Mazur "
        "Jankowski Kwiatkowski Wojciechowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek "
        "Jabłoński Wróbel Nowakowski Majewski Olszewski Dudek Jaworski Stępień Malinowski Adamczyk Górski Pawlak Nowicki Sikora "
        "Walczak Witkowski Rutkowski Michalak Szewczyk Ostrowski Baran Tomaszewski Zalewski Wróblewski Pietrzak Jasiński "
        "Marciniak Sadowski Duda Zawadzki Bąk Jakubowski Wilk Chmielewski Borkowski Włodarczyk Sokołowski Szczepański Sawicki "
        "Kucharski Lis Kubiak Maciejewski Kalinowski Mazurek Wysocki Kołodziej Czarnecki Kaźmierczak Sobczak Konieczny Głowacki "
        "Urban Zakrzewski Krajewski Wasilewski Sikorski Krupa Laskowski Ziółkowski Gajewski Mróz Szulc Makowski Brzeziński "
        "Przybylski Kaczmarczyk Baranowski Adamski Błaszczyk Borowski Cieślak Górecki Szymczak Chojnacki Kania Leszczyński "
        "Czerwiński Mikołajczyk Lipiński Kowalewski Andrzejewski Wesołowski Bielecki Jaroszewski Zięba Markowski Musiał Kozak "
        "Kołodziejczyk Kot Tomczak Kozieł Pawlik Domański Janik Kurek Wierzbicki Kruk Ratajczak Wójtowicz Stefański Orłowski "
        "Polak Skiba Nawrocki Klimek Stasiak Cieślik Matusiak Dziedzic Rogowski Romanowski Kaczor Rybak Gołębiewski Bednarek "
        "Banaś Sowa Śliwiński Madej Kasprzak Marek Janowski Bednarczyk Marczak Łuczak Kępa Urbański Wolski Żak Marcinkowski "
        "Socha Kubicki Piątek Żukowski Dudziński Świątek Skowroński Sobczyk Leśniak Smoliński Wrona Janicki Gajda Czajkowski Olejniczak",
    ),
    "CZ": (
        "Jana Marie Eva Hana Anna Lenka Kateřina Věra Lucie Alena Petra Jaroslava Tereza Ludmila Martina Michaela Helena Zdeňka "
        "Ivana Monika Veronika Jitka Zuzana Jarmila Barbora Jiřina Markéta Eliška Marcela Kristýna Dana Dagmar Vlasta Božena Adéla "
        "Pavla Andrea Irena Miroslava Karolína Klára Nikol Šárka Blanka Natálie Olga Libuše Simona Gabriela Radka Pavlína Renata "
        "Drahomíra Květoslava Iveta Milena Naděžda Růžena Soňa Romana Denisa Kamila Milada Aneta Bohumila Daniela Vendula Ilona "
        "Stanislava Štěpánka Taťána Vladimíra Viktorie Zlata Žaneta Sabina Sandra Anežka Antonie Alžběta Alice Aleksandra Bohuslava "
        "Danuše Dominika Emilie Erika Františka Hedvika Iva Ivona Jindřiška Johana Julie Karla Kamila Květa Leona Linda Magdaléna "
        "Magda Marta Nela Nina Nikola Otilie Oxana Patricie Regina Sára Silvie Slavěna Sofie Světlana Valerie Vanda Viera Zora",
        "Jiří Jan Petr Jaroslav Josef Pavel Martin Tomáš Miroslav František Zdeněk Václav Michal Karel Milan Vladimír Lukáš David "
        "Jakub Ladislav Stanislav Ondřej Roman Marek Radek Daniel Antonín Vojtěch Adam Filip Matěj Miloslav Jaromír Aleš Ivan "
        "Libor Dominik Rudolf Patrik Vlastimil Jindřich Miloš Bohumil Oldřich Lubomír Kryštof Luboš Vít Radim Kamil Robert Ivo "
        "Richard Dušan Bohuslav Štěpán Šimon Vratislav Zbyněk Viktor Eduard Emil Vilém Vincenc Vítězslav Alois Arnošt Artur Břetislav "
        "Bedřich Bronislav Ctirad Čestmír Denis Dalibor Erik Evžen Ferdinand Gustav Hynek Hugo Igor Jáchym Jeroným Julius Kristián "
        "Leoš Leopold Lumír Ludvík Lubor Maxmilián Mikuláš Mojmír Norbert Otakar Oto Přemysl Radomír Radovan René Rostislav Samuel "
        "Sebastian Servác Slavomír Svatopluk Teodor Tadeáš Tibor Tobiáš Valentin Vasyl Zdenek Zikmund",
        "Novák Svoboda Novotný Dvořák Černý Procházka Kučera Veselý Krejčí Horák Němec Marek Pokorný Pospíšil Hájek Jelínek Král "
        "Růžička Beneš Fiala Sedláček Doležal Zeman Kolář Navrátil Čermák Vaněk Urban Blažek Kříž Kovář Kratochvíl Bartoš Vlček "
        "Polák Musil Kopecký Konečný Šimek Čech Malý Staněk Štěpánek Holub Kadlec Dostál Soukup Šťastný Mareš Moravec Sýkora "
        "Tichý Valenta Vávra Matoušek Bláha Říha Ševčík Bureš Hruška Mašek Pavlík Dušek Hrubý Havlíček Janda Mach Müller Liška",
    ),
    "SK": (
        "Mária Anna Zuzana Katarína Eva Jana Helena Monika Martina Ľudmila Viera Lucia Andrea Margita Ivana Veronika Jozefína Alena "
        "Michaela Kristína Petra Lenka Gabriela Daniela Emília Renáta Erika Magdaléna Iveta Beáta Marta Barbora Simona Jarmila Nina "
        "Natália Dominika Miroslava Alžbeta Oľga Tatiana Irena Silvia Božena Darina Dana Adriana Alexandra Lýdia Slávka Nikola Eliška "
        "Ema Sofia Štefánia Valéria Terézia Zlatica Žofia Agnesa Anežka Angela Ingrid Ida Ivona Júlia Klaudia Klára Kamila Karolína "
        "Mariana Melánia Milena Nela Nadežda Otília Paulína Radka Rozália Ružena Sára Soňa Stanislava Šarlota Tamara Viktória Vlasta "
        "Vladimíra Xénia Zdenka Želmíra Patrícia Denisa Diana Eleonóra Elena Aneta Blanka",
        "Peter Jozef Ján Martin Michal Tomáš Milan Štefan Miroslav František Marek Juraj Lukáš Ľubomír Pavol Ladislav Jaroslav "
        "Vladimír Jakub Matej Róbert Rastislav Andrej Igor Roman Dušan Daniel Ivan Samuel Patrik Filip Adam Dominik Marián Stanislav "
        "Matúš Vladislav Tibor Erik Branislav Viktor Anton Karol Richard Imrich Rudolf Ondrej Maroš Norbert Kristián Dávid Slavomír "
        "Radoslav Ľuboš Alexander Zoltán Gabriel Ľudovít Adrián Vojtech Radovan Mário Pavel Alojz Emil Július Eduard Gejza Henrich "
        "Ivo Jaromír Ľubor Mikuláš Oliver Oto Rudolf Róbert Sebastián Šimon Tadeáš Teodor Timotej Viliam Vincent Zdenko Dezider Bohuš",
        "Horváth Kováč Varga Tóth Nagy Baláž Szabó Molnár Balog Lukáč Novák Kovács Polák Gajdoš Kollár Hudák Kráľ Oravec Németh "
        "Marko Mihálik Kučera Hruška Pavlík Takács Farkaš Bartoš Šimko Vaško Takáč Poliak Sokol Urban Ševčík Dudáš Kubica Švec "
        "Sloboda Novotný Černák Jurčo Bielik Hlaváč Majer Krajčí Benko Blaho Kováčik Mikuš Gregor Sýkora Klein Čech Mráz Medveď "
        "Ondruš Jánošík Kiss Mikula Vrábel Kočiš Barto Chovanec Holub Hrivnák Valent Zeman Vavro Beňo",
    ),
    "HU": (
        "Mária Erzsébet Katalin Éva Ilona Anna Zsuzsanna Margit Judit Ágnes Andrea Ildikó Julianna Krisztina Erika Irén Edit Eszter "
        "Mónika Gabriella Magdolna Anikó Anita Zsófia Szilvia Viktória Klára Beáta Timea Piroska Rita Györgyi Tünde Dóra Aranka "
        "Réka Nikolett Rozália Hajnalka Melinda Henrietta Barbara Bernadett Petra Marianna Orsolya Vivien Annamária Boglárka Brigitta "
        "Csilla Dorina Dorottya Emese Emma Enikő Eszter Etelka Fanni Flóra Fruzsina Gizella Gréta Hanna Hedvig Helga Ibolya Jolán "
        "Kinga Kitti Lilla Lili Liliána Luca Mariann Márta Marietta Nóra Noémi Olga Otília Renáta Sára Sarolta Szabina Tamara Terézia "
        "Tímea Valéria Vera Veronika Virág Zita Zsanett Zsuzsa Adél Adrienn Alexandra Amália Angéla Borbála",
        "László István József János Zoltán Sándor Gábor Ferenc Attila Péter Tamás Zsolt Tibor András Csaba Imre Lajos György Balázs "
        "Gyula Mihály Róbert Károly Dávid Dániel Béla Krisztián Ádám Norbert Miklós Bence Máté Pál Szabolcs Richárd Roland Gergő Antal "
        "Bálint Márk Kristóf Levente Milán Patrik Viktor Árpád Kálmán Ernő Dezső Géza Jenő Elemér Erik Endre Botond Barnabás Áron "
        "Ákos Albert Alex Bertalan Dénes Dominik Elek Ervin Félix Gellért Gergely Gerzson Gusztáv Henrik Hunor Iván Jakab Kornél Kevin "
        "Lóránt Lóránd Marcell Martin Márton Mátyás Nándor Olivér Ottó Ödön Rajmund Rezső Rudolf Sebestyén Soma Szilárd Szilveszter "
        "Tivadar Vilmos Vince Zalán Zsombor Lőrinc Benedek",
        "Nagy Kovács Tóth Szabó Horváth Varga Kiss Molnár Németh Farkas Balogh Papp Lakatos Takács Juhász Oláh Mészáros Simon Rácz "
        "Fekete Szilágyi Török Fehér Balázs Gál Szűcs Kis Orsós Kocsis Pintér Fodor Szalai Sipos Magyar Lukács Gulyás Biró Király "
        "László Katona Jakab Bogdán Balog Sándor Boros Fazekas Kelemen Váradi Antal Somogyi Orosz Fülöp Vincze Hegedűs Budai Deák "
        "Bálint Pap Vass Vörös Bognár Illés Lengyel Bodnár Szűts Jónás Szőke Hajdu Máté Gáspár Major Pásztor Székely Bakos Dudás "
        "Dobos Virág Nemes Novák Barta Veres Soós Hegedüs Balla Faragó Barna Kozma Pataki Végh Kerekes Borbély Dombi Dobó Halász "
        "Csonka Kántor Sárközi Bán Berki Szántó Márton Bartha Sebestyén Mátyás Mezei Csizmadia Erdős Erdei Gergely Gyarmati Győri "
        "Hajnal Herczeg Hornyák Horvát Huszár Imre Ivanics Jenei Kállai Kardos Karácsony Kecskés Kertész Keresztes Komáromi Kolompár "
        "Koncz Kónya Kun Kürti Lévai Lőrincz Madarász Makai Márkus Márki Marosi Megyeri Menyhért Mihály Miklós Mohácsi Müller Nádas "
        "Nyári Ócsai Ollé Pál Palotás Pálfi Paál Parti Pelle Péter Petrovics Polgár Radics Rigó Róth Rostás Rózsa Ruzsinszki Sallai "
        "Schmidt Sári Seres Sólyom Stefán Surányi Süveges Sümegi Szakács Szalay Szász Szekeres Szente Szentpéteri Szigeti Szirmai "
        "Szijjártó Szomor Tamás Tar Tímár Tompa Tördelős Turi Ujvári Urbán Vadász Vajda Vámos Varró Vida Vígh Zsigmond Zsiga",
    ),
    "RO": (
        "Maria Elena Ioana Ana Mihaela Andreea Cristina Daniela Alexandra Mariana Gabriela Georgeta Florentina Nicoleta Alina Simona "
        "Raluca Adriana Monica Roxana Carmen Ionela Diana Laura Anca Mirela Oana Camelia Liliana Viorica Rodica Ileana Lucia Georgiana "
        "Constanța Ecaterina Valentina Florica Corina Gheorghița Tatiana Aurelia Angela Irina Larisa Violeta Magdalena Paula Marinela "
        "Luminița Bianca Claudia Loredana Luiza Ramona Silvia Steliana Teodora Valeria Veronica Victoria Viorela Zoica Nina Otilia "
        "Petronela Sanda Sabina Sofia Sorina Stela Tudorița Iulia Iuliana Izabela Lavinia Ligia Livia Manuela Marcela Margareta Marilena "
        "Miruna Narcisa Natalia Delia Denisa Doina Dorina Dumitra Emilia Eugenia Eva Felicia Filofteia Floarea Geanina Antonia Anamaria "
        "Ancuța Anișoara Aurora Beatrice Brîndușa Codruța Cornelia Cătălina",
        "Andrei Alexandru Gheorghe Ion Ioan Vasile Constantin Nicolae Mihai Adrian Florin Cristian Daniel Marian Ștefan Marius Dumitru "
        "Gabriel Ionuț Bogdan Cătălin Costel Petru Viorel Dan Radu Sorin Ilie Lucian Cosmin Răzvan Vlad Liviu Robert Claudiu Ciprian "
        "Ovidiu Dorin Tudor George Valentin Emil Mircea Marin Iulian Ionel Aurel Nicu Sebastian Paul Laurențiu Petre Dragoș Eugen "
        "Cornel Alin Victor Teodor Octavian Călin Silviu Titus Traian Tiberiu Toma Virgil Vicențiu Sergiu Samuel Sabin Romulus Remus "
        "Raul Rareș Pavel Ovidiu Nelu Mugurel Mitică Matei Luca Leonard Horia Horațiu Grigore Gavril Filip Felix Eduard Doru David "
        "Damian Cezar Bebe Avram Aurelian Anton Anghel Adi Achim Iosif Iacob Ludovic Zoltan Attila Dănuț Denis Darius Mihail Simion",
        "Popa Popescu Ionescu Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Dumitrescu Constantin Marin Ungureanu Munteanu "
        "Mihai Tudor Dobre Barbu Nistor Florea Dinu Moldovan Ion Vasile Preda Lungu Oprea Ștefan Toma Ene Lazăr Cristea Georgescu "
        "Moldoveanu Petre Olteanu Muntean Bucur Sandu Niculae Neagu Manea Iordache Anghel Constantinescu Dragomir Mocanu Dima Coman "
        "Tănase Albu Stanciu Nicolae Grigore Cojocaru Pavel Roman Voicu Mihalache Suciu Rotaru Ilie Mureșan Crișan Ardelean Luca "
        "Pop Szabo Nagy Kovacs Balan Bălan Vlad Serban Șerban Zamfir Lupu Stănescu Stefănescu Apostol Avram Ababei Achim Aldea Alexe "
        "Andrei Antonescu Badea Baciu Bădescu Banu Bejan Bratu Buta Butnaru Buzatu Călin Cazacu Chirilă Chiriac Chiriță Chivu Cioban "
        "Ciocan Ciurea Cojocariu Condurache Costache Costea Crăciun Crețu Croitoru Cucu Damian Dănilă David Diaconescu Diaconu Dinca "
        "Dogaru Dobrescu Drăgan Drăghici Duță Enache Filip Filimon Florescu Gavrilă Gherman Ghiță Ghinea Grecu Grosu Iacob Iancu Ignat "
        "Ilieș Iliescu Irimia Ispas Istrate Ivan Lazar Lupașcu Manole Marcu Marinescu Mihăilă Mihăilescu Militaru Miron Mitrea Moise "
        "Morar Muscalu Năstase Neacșu Necula Negoiță Negrea Negru Nica Nicola Nicolescu Niculescu Nita Niță Oancea Olaru Onofrei Pană "
        "Păun Pascu Pătrașcu Petcu Petrescu Pintea Pîrvu Popovici Prodan Puiu Rădulescu Roșu Rus Sava Savu Simion Sima Soare Stancu "
        "Stoian Șandru Tătaru Teodorescu Trandafir Trifan Tudorache Tudose Țurcanu Ursu Văduva Vasilescu Vasiliu Vișan Vlaicu Voinea Zaharia",
    ),
    "MD": (
        "Maria Elena Ana Natalia Tatiana Ludmila Svetlana Valentina Galina Irina Olga Nina Vera Ecaterina Nadejda Lidia Cristina "
        "Victoria Doina Mariana Alina Diana Rodica Liliana Angela Aliona Inna Oxana Silvia Tamara Larisa Raisa Eugenia Viorica "
        "Lilia Parascovia Zinaida Efimia Feodora Agafia Alexandra Anastasia Andreea Aurelia Aurica Axenia Claudia Corina Daniela Daria "
        "Domnica Doriana Emilia Eudochia Felicia Gabriela Ina Ionela Iulia Liuba Liudmila Lucia Marina Margareta Mihaela Nelea Nicoleta "
        "Otilia Otilia Polina Sabina Sofia Snejana Stela Steliana Tatiana Vasilisa Varvara Veronica Violeta Xenia Zina Zoia",
        "Ion Vasile Alexandru Nicolae Mihail Victor Sergiu Andrei Gheorghe Vladimir Dumitru Iurie Igor Petru Oleg Grigore Ștefan "
        "Constantin Valeriu Ivan Serghei Vitalie Anatolie Maxim Denis Eugen Veaceslav Viorel Vadim Roman Ruslan Tudor Pavel Leonid "
        "Artur Adrian Anatol Artiom Alexei Boris Cătălin Corneliu Cristian Daniel Dan Dorin Dmitri Dragoș Fiodor Feodor Filip "
        "Gabriel Gavril Ghenadie Iacob Ilie Ionel Iulian Liviu Lucian Marin Marcel Marian Mihai Mircea Nicanor Octavian Ovidiu "
        "Radu Simion Stanislav Teodor Toma Tihon Valentin Valerian Vlad Vladislav Vlas Vsevolod Zaharia Trofim",
        "Rusu Ceban Ciobanu Țurcan Cebotari Sîrbu Lungu Munteanu Rotari Ursu Popa Moraru Cojocaru Guțu Roșca Bivol Croitoru Gurău "
        "Melnic Botnari Cazacu Grosu Albu Bulat Balan Morari Railean Russu Ungureanu Popescu Vasilache Josan Caraman Chirița Chiriac "
        "Ivanov Popov Damian Donțu Ciubotaru Cucu Costin Cernei Andronic Arnaut Arseni Babin Bejenari Beșliu Boico Bordian Bostan Burlacu "
        "Buzu Calmîc Cheptea Ciorba Chihai Cojocari Covalenco Creciun Crudu Cușnir Dabija Darii Diaconu Dodon Dragan Duca Frunze "
        "Gaina Ghețiu Golban Gorea Grecu Grigoraș Hîncu Iovu Istrati Jitari Lazari Leahu Lisnic Lupașco Lupu Mardari Marin Mereuță "
        "Mihailov Mocanu Moldovan Muntean Negru Nistor Oprea Palii Pascari Paladi Petrenco Platon Plămădeală Postolachi Prodan Rață "
        "Sandu Scutari Șevcenco Spînu Stratan Stoianov Tcaci Timofti Toma Tofan Vlas Vrabie Zaharia Zagoreanu Zaporojan Petrov",
    ),
    "SI": (
        "Marija Ana Irena Maja Mojca Mateja Nataša Barbara Jožica Andreja Ivana Jožefa Anja Nina Petra Katja Sonja Tatjana Sara Katarina "
        "Eva Milena Alenka Marta Tanja Vesna Martina Ema Frančiška Nika Darja Urška Špela Marjeta Zdenka Majda Helena Tina Terezija "
        "Jana Tjaša Ljudmila Nevenka Danica Kristina Lara Simona Klara Suzana Monika Anica Dragica Magda Ana_Marija Branka",
        "Franc Janez Anton Ivan Jožef Andrej Marko Marjan Peter Milan Stanislav Matej Luka Matjaž Tomaž Boštjan Robert Martin Jože "
        "Bojan Miha Aleš Igor Branko Rok Mitja Dejan Uroš Žiga Gregor Nejc Jan Jure David Alojz Matic Boris Simon Danijel Darko Primož "
        "Blaž Vladimir Roman Srečko Zoran Mirko Drago Miran Anže Tadej Aleksander Damjan Miroslav Gašper Jernej",
        "Novak Horvat Kovačič Krajnc Zupančič Potočnik Kovač Mlakar Kos Vidmar Golob Turk Božič Kralj Zupan Korošec Bizjak Hribar "
        "Kotnik Kavčič Rozman Oblak Kastelic Žagar Petek Kolar Hočevar Košir Koren Klemenčič Zajc Medved Knez Pirc Zupanc Petrič "
        "Pavlič Lah Kuhar Uršič Tomažič Hrovat Zorko Jerman Erjavec Sever Jug Babič Jereb Majcen Pušnik Kranjc Breznik Rupnik Lesjak "
        "Perko Pečnik Močnik Furlan Pavlin Dolenc Vidic Jenko Ribič Tomšič Logar Žnidaršič Janežič Jelen Maček Marolt Blatnik Petrovič",
    ),
    "HR": (
        "Marija Ana Ivana Mirjana Vesna Marina Katarina Kata Petra Nada Martina Maja Dragica Mia Nikolina Lucija Jasna Sanja Ljubica "
        "Snježana Tea Kristina Anica Ankica Josipa Nevenka Matea Antonija Tanja Gordana Jelena Ružica Lana Ivanka Antonela Branka "
        "Barbara Helena Marta Biserka Danica Željka Slavica Božica Valentina Iva Sara Ema Laura Tina Zdenka Štefica Dubravka Renata "
        "Monika Mihaela Milka Mara Nina Natalija Ines Jadranka Suzana Sandra Višnja Verica Vlasta Tamara Tihana Andreja Anđelka Anita "
        "Dijana Dora Đurđa Edita Emilija Hana Irena Jagoda Josipa Karmen Klara Korina Kornelija Leona Lidija Ljerka Lorena Magdalena "
        "Manda Marijana Melita Mirela Nataša Paula Senka Silvija Sonja Stana Terezija Vedrana Vera Zorica Zrinka Veronika",
        "Ivan Josip Marko Tomislav Željko Stjepan Ivica Zdravko Ante Luka Mario Nikola Franjo Mladen Dražen Petar Damir Branko Zoran "
        "Matej Filip Davor Vladimir Goran Krešimir Tomo Antonio Miroslav Hrvoje Igor Darko Robert Milan Dario Zlatko Anto Juraj Dragutin "
        "Boris Ivo Karlo Mijo Jakov Mate Nenad Saša Domagoj Zvonimir Antun Karlo Fran Denis Darijo Dinko Dino Drago Danijel David Duje "
        "Đuro Frane Gabrijel Gordan Ilija Ivano Jerko Josip Jozo Kristijan Kruno Lovro Ljubomir Martin Marin Marijan Matija Mihael Miro "
        "Mislav Neven Niko Pavao Pavle Pero Rade Roko Rudolf Sandro Sebastijan Siniša Slavko Sven Šime Tihomir Toni Tin Tvrtko Veljko "
        "Viktor Vinko Vjekoslav Vlado Zdenko Zvonko",
        "Horvat Kovačević Babić Marić Jurić Novak Kovačić Knežević Vuković Marković Petrović Matić Tomić Pavlović Kovač Božić "
        "Blažević Grgić Pavić Radić Perić Filipović Šarić Lovrić Vidović Perković Popović Bošnjak Jukić Barišić Nikolić Jurković "
        "Klarić Kralj Martinović Vidaković Mandić Rukavina Ivanović Brkić Jovanović Posavec Petković Bogdan Jakšić Mihaljević Lončar "
        "Lukić Dujmović Lončarić Šimić Šimunović Milić Stojanović Cvitković Pejić Bilić Galić Vukić Mikulić Miletić Bašić Barić Milković "
        "Matijević Radman Delić Poljak Jelić Kolar Marušić Rožić Tadić Vuk Šabić Župan Žanić Bartolić Barbarić Balić Ban Banić Bebić "
        "Buljan Čović Čulo Ćosić Crnković Dragić Dukić Erceg Golub Grubišić Grgurić Hodak Hrgović Ilić Jakovljević Josipović Juričić "
        "Katić Kelava Kos Krznarić Kukec Ljubić Maras Marinković Matković Matošević Medić Mikić Mlinarić Mrkonjić Pavičić Pavlić Pavković "
        "Petrić Plavšić Prpić Puljić Radoš Rajić Raguž Ružić Sertić Soldo Stanić Stipić Sučić Škorić Šoštarić Topić Turković Vidak "
        "Vlahović Vrdoljak Vrbanić Vučković Zadro Zorić Zubčić Žagar Živković",
    ),
    "BA": (
        "Amra Emina Fatima Amina Lejla Selma Aida Merima Sabina Jasmina Mirela Azra Alma Mirsada Senada Sanela Nermina Elma Ajla Maida "
        "Medina Edina Lamija Hatidža Fata Zineta Hana Hajra Minela Nejra Ajša Indira Belma Dženana Adna Ivana Marija Ana Jelena Milica "
        "Dragana Jovana Nataša Vesna Snježana Gordana Ljiljana Slavica Biljana Sanja Tanja Maja Marina Kata Ružica Anđa Ivanka Ilda Naida "
        "Nadira Nihada Ramiza Razija Safija Samira Sedina Šefika Šejla Zehra Zlata Zumreta Ismeta Enisa Elvira Dina Ema Arijana Almira "
        "Melisa Meliha Mediha Munevera Suada Subhija Vahida",
        "Mirza Adnan Emir Admir Haris Senad Samir Amir Elvir Edin Jasmin Nermin Mirsad Kenan Almir Mustafa Mehmed Ahmed Hasan Ibrahim "
        "Husein Muhamed Omer Ismet Sead Fikret Nedžad Dino Tarik Armin Faruk Anel Alen Damir Enes Ivan Marko Josip Ante Dragan Milan "
        "Zoran Nikola Miloš Aleksandar Goran Slobodan Stefan Dejan Petar Ivo Mario Tomislav Željko Nenad Bojan Mladen Boris Darko Eldin "
        "Elmir Ermin Esad Fadil Fuad Halid Hamza Hajrudin Ismail Izet Jusuf Mevludin Midhat Muamer Muris Nedim Nihad Nijaz Osman "
        "Ramiz Rasim Refik Safet Salih Sejad Sulejman Šefik Vedad Zijad",
        "Hodžić Hadžić Kovačević Marić Delić Petrović Halilović Ahmetović Begić Mehmedović Omerović Imamović Jovanović Marković "
        "Salihović Hasanović Babić Alić Muratović Mujić Popović Selimović Nikolić Avdić Dedić Ibrahimović Bešić Husić Suljić Osmanović "
        "Mustafić Mešić Sinanović Jukić Tomić Vuković Knežević Savić Đurić Pavlović Ilić Lukić Jurić Perić Radić Smajić Softić Karić "
        "Ramić Kadić Sarić Hamzić Spahić Bajrić Memić Jusić Čaušević Šabanović Đozić Turković Zukić Zahirović Zulić Tahirović Talić Šehić "
        "Sulejmanović Subašić Ramović Redžić Pašić Osmić Nuhanović Mulić Mujkić Mujanović Muminović Mehić Mandić Ljubijankić Kurtović "
        "Krajina Kovač Kapetanović Jahić Isaković Hukić Hrustić Husanović Huskić Hasić Halilčević Fazlić Durić Duraković Dizdarević "
        "Čengić Čehajić Bukvić Brkić Bosnić Bilić Bećirović Bašić Aljić Alagić Ademović Abdić Todorović Stanić Stojanović Vasić Vidović",
    ),
    "ME": (
        "Milica Jelena Marija Ana Ivana Dragana Jovana Nataša Vesna Snežana Gordana Ljiljana Slavica Biljana Sanja Tanja Maja Marina "
        "Andrijana Aleksandra Anđela Bojana Branka Danijela Danka Dijana Dušanka Fatima Hana Irena Jasmina Jasna Kristina Ksenija "
        "Lidija Ljubica Mileva Milena Milijana Mira Mirjana Mirela Nada Nadežda Nevena Nikolina Olivera Radmila Radojka Ranka Ružica "
        "Sara Senada Slađana Sofija Sonja Stana Stanka Stojanka Svetlana Tamara Tatjana Teodora Tijana Vera Vidosava Violeta Zorica "
        "Zorka Željka Emina Aida Amina Merima Sabina Anita Elma Katarina Vjera Draginja",
        "Nikola Marko Dragan Milan Zoran Aleksandar Ivan Luka Miloš Filip Stefan Petar Vuk Danilo Željko Igor Goran Slobodan Predrag "
        "Dejan Bojan Vladimir Radovan Momir Milutin Milorad Miodrag Ranko Veselin Vasilije Velimir Vladan Vojislav Zdravko Žarko "
        "Andrija Balša Blažo Boško Božidar Branislav Branko Budimir Darko Davor Dragoljub Dušan Đorđe Gojko Ilija Janko Jovan Jovica "
        "Krsto Lazar Ljubomir Ljubiša Mihailo Milo Milivoje Mirko Mitar Mladen Momčilo Nebojša Nemanja Nenad Novak Novica Ognjen "
        "Pavle Rade Radoje Radomir Radosav Rajko Savo Sava Siniša Srđan Stevan Strahinja Svetozar Tomislav Tomo Vaso Vesko Vidak "
        "Vuksan Adnan Admir Mirza Haris Senad Samir Mirsad",
        "Popović Radović Vuković Knežević Jovanović Marković Nikolić Petrović Perović Vujović Ivanović Radulović Bulatović Đurović "
        "Pavićević Radonjić Mijović Lakić Šćepanović Rakočević Vujošević Vukčević Milić Kovačević Đukanović Đurišić Lekić Vukotić "
        "Martinović Jovović Boljević Vojinović Božović Tomić Raičević Bošković Kaluđerović Stojanović Medenica Nikčević Mugoša "
        "Živković Đukić Drašković Ćetković Kljajević Mitrović Nedović Novović Ostojić Pejović Peković Pešić Pižurica Vešović Savićević "
        "Roganović Rašković Šaranović Šoškić Terzić Tomović Veljović Vlahović Vučinić Vuksanović Zeković Žižić Adžić Aleksić Anđelić "
        "Asanović Babić Banović Baošić Bajrović Bojović Bracović Čađenović Čolaković Ćorović Cerović Damjanović Dragović Đuranović "
        "Filipović Femić Garčević Gojković Hadžić Hodžić Idrizović Jokić Jelić Kalač Kastratović Koprivica Krivokapić Kujović Lazović "
        "Luković Marojević Milošević Minić Muratović Obradović Otašević Pantović Pavlović Rebronja Rudović Spasojević Stanković",
    ),
    "AL": (
        "Maria Ana Elena Fatmira Drita Mimoza Valbona Luljeta Vjollca Shpresa Lindita Majlinda Merita Entela Alma Anila Blerina Brunilda "
        "Besa Besjana Bukurije Diana Dorina Donika Elda Eliona Elisa Elona Elsa Emiljana Enkelejda Eralda Erida Erjona Esmeralda Etleva "
        "Eva Fatime Flora Floriana Flutura Gentiana Hatixhe Hava Ilda Ilirjana Irena Iris Jonida Juliana Kaltrina Klea Klodiana "
        "Kozeta Kristina Ledia Leonora Liljana Liri Loreta Lule Manjola Manushaqe Marsela Matilda Meri Migena Mirela Mirjeta Nexhmije "
        "Nora Ornela Pranvera Rajmonda Rezarta Rovena Rudina Sabina Sanije Silvana Sonila Suela Teuta Valentina Vera Violeta Xhensila "
        "Xhuljana Zamira Zana Zyhra",
        "Arben Agim Ilir Artan Besnik Gëzim Fatmir Bashkim Luan Petrit Sokol Edmond Genci Ardian Altin Alban Adriatik Agron Albert "
        "Aleksandër Afrim Andi Arjan Armand Arsen Astrit Avni Bardhyl Bekim Bledar Blerim Dashamir Dritan Eduard Elton Endrit Enkeleid "
        "Enver Erion Ermal Ervin Fatos Ferdinand Festim Flamur Florian Gazmend Gent Gjergj Gjon Hasan Hysen Indrit Isa Ismail Kastriot "
        "Klajdi Klodian Kristaq Kujtim Ledion Leonard Lulzim Marsel Mehmet Mentor Mustafa Myftar Naim Ndue Niko Pandeli Pëllumb Pjetër "
        "Ramazan Redi Renato Robert Roland Saimir Sali Shkëlqim Skënder Spartak Sulejman Taulant Thoma Valter Vasil Viktor Vladimir "
        "Xhevdet Ylli Zef Çlirim",
        "Hoxha Shehu Prifti Gjoka Leka Meta Dervishi Hysa Kola Marku Murati Gjini Çela Muça Kurti Osmani Mema Basha Dema Sula Lika Bushi "
        "Hasani Duka Toska Elezi Koçi Ndreu Tafa Bajrami Alushi Beqiri Rama Hoti Halili Hysi Koci Xhafa Xhaferi Çeka Zeneli Veliu Tahiri "
        "Topi Troka Sinani Selimi Rexha Rexhepi Ramadani Qosja Prendi Pjetri Palushi Paja Papa Nika Nikolla Nushi Mustafa Muka Mici "
        "Mehmeti Mece Malaj Lleshi Lala Kuqi Kodra Kastrati Karaj Isufi Islami Ismaili Ibrahimi Hyseni Hajdari Gjergji Gjata Gega Fejzo "
        "Ferati Doda Dibra Demiri Daci Cani Çaushi Çollaku Bregu Braho Berisha Balla Bala Ahmeti Aliaj Ali Aliu Agolli Abazi Vata Vasili "
        "Bejko Cenaj Sejdini Shkurti Shima Spahiu Stafa Toci Tola Tota Ymeri Zaimi Zefi Zyberi",
    ),
    "TR": (
        "Fatma Ayşe Emine Hatice Zeynep Elif Meryem Şerife Zehra Sultan Hanife Merve Havva Zeliha Esra Fadime Özlem Hacer Yasemin Hülya "
        "Büşra Melek Kübra Cemile Dilek Leyla Tuğba Sevim Songül Rabia Hava Kezban Gülsüm Ayten Döndü Aysel Halime Saliha Arzu Sibel "
        "Gülay Ebru Sevgi Türkan Filiz Gamze Semra Nurten Gönül Serpil Hatun Nuray Derya Seda Pınar Gülşen Aynur Nermin Nazlı Betül "
        "Burcu Buse Canan Ceren Ceyda Çiğdem Damla Didem Dilara Ece Eda Ela Elvan Esin Esma Eylül Feride Figen Füsun Funda Gizem Gonca "
        "Gülcan Güler Gülsen Gülten Gülizar Habibe Hafize Hande Handan Hayriye Hilal Irmak İclal İpek İrem Jale Kader Kadriye Lale "
        "Makbule Medine Melahat Melike Melis Meltem Meral Merve Mine Müge Müjgan Münevver Nagihan Naciye Nalan Nazan Nesrin Neslihan "
        "Nihal Nilgün Nilüfer Nimet Nisa Nur Nuran Nurcan Nurhan Oya Özge Perihan Rukiye Sabriye Sanem Seher Selma Selin Senem Sevil "
        "Sevda Simge Sinem Suna Şengül Şeyma Şule Tuba Tuğçe Tülay Tülin Ülkü Ümran Vildan Yeliz Yeter Yıldız Zerrin Zübeyde",
        "Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim İsmail Osman Yusuf Murat Ömer Ramazan Halil Süleyman Abdullah Mahmut Salih "
        "Recep Fatih Kadir Emre Hakan Adem Kemal Yaşar Bekir Musa Metin Orhan Bayram Serkan Şükrü Furkan Gökhan Uğur Yunus İsa Enes "
        "Arif Sinan Mevlüt Cemal Burak Veysel Selim Sedat Onur Volkan Bilal Cengiz Erkan Ercan Engin Erdal Ersin Erol Ferhat Fikret "
        "Fuat Gürkan Harun Hamza İlhan İlker İlyas Kenan Kerem Levent Mert Mesut Muhammet Nazım Necati Nihat Nuri Oğuz Oktay Orçun "
        "Ozan Özgür Polat Rıza Rıdvan Sabri Sami Savaş Selçuk Serdar Sercan Seyit Soner Tahsin Tamer Taner Tarık Tayfun Tolga Tuncay "
        "Turan Turgut Umut Ümit Vedat Yakup Yasin Yavuz Yılmaz Yiğit Zafer Zeki Alper Alperen Arda Atilla Aydın Aykut Barış Berat Berk "
        "Birol Bora Bülent Can Caner Cem Cihan Coşkun Cüneyt Davut Doğan Efe Emin Emrah Eren Eyüp Faruk Fevzi Halit Haydar Hayri Kaan Koray",
        "Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek "
        "Polat Korkmaz Özcan Erdoğan Çakır Yavuz Can Acar Şen Aktaş Güler Yalçın Güneş Bozkurt Bulut Keskin Ünal Turan Gül Özer Işık "
        "Kaplan Avcı Sarı Tekin Taş Köse Yüksel Ateş Aksoy Tunç Güven Uçar Karaca Gündüz Erol Ceylan Toprak Durmaz Uysal Sönmez Demirci "
        "Deniz Ekinci Altun Duman Akın Özmen Çoban Çiftçi Uzun Bayram Karataş Akbaş Karakaya Bilgin Tosun Ergün Akgül Karadağ Sezer Dinç "
        "Aydoğan Demirel Ay Yazıcı Kahraman Genç Coşkun Erdem Er Orhan Kocabaş Gök Soylu Ertürk Başaran Ateşoğlu Bayraktar Tan Soysal "
        "Uyar Usta Ulusoy Türkmen Topal Tuncer Tuna Tekeli Taşkın Şeker Sevinç Savaş Sağlam Pehlivan Parlak Özgür Özbek Öz Oral Önal "
        "Mutlu Küçük Kurtuluş Kuş Koçak Koca Kırmızı Kılınç Karabulut Karaman Kayhan Karakuş Karakoç İnce İpek Güngör Gürbüz Göktaş "
        "Gezer Esen Ersoy Erkan Ercan Erbaş Ekici Ece Dursun Durmuş Doğru Dağ Çınar Çolak Çağlar Cengiz Büyük Bozdağ Biçer Baş Baysal "
        "Balcı Ayhan Aslantaş Arı Alkan Albayrak Akyüz Akyol Akman Akkaya Akdağ Akça Akar Ağaoğlu Bingöl Cömert Elmas Göksu Temel",
    ),
    "AZ": (
        "Aygün Leyla Günel Sevinc Nərmin Aynur Gülnar Aytən Nigar Könül Ülviyyə Lalə Fidan Səbinə Sevda Xatirə Mehriban Zeynəb Fatimə "
        "Nuray Aysel Aysu Aytac Afaq Arzu Almaz Bənövşə Billurə Cəmilə Dilarə Dürdanə Elmira Elnarə Esmira Fəridə Fəxriyyə Firuzə "
        "Gövhər Gülşən Gülarə Gülnarə Həcər Həqiqət Humay İlahə İradə Jalə Kəmalə Kifayət Lamiyə Mətanət Mələk Məryəm Nailə Natəvan "
        "Nazilə Nəzakət Nərgiz Nurlana Pərvanə Pəri Ramilə Rəna Rübabə Rəhilə Ruhəngiz Sara Sahilə Samirə Səadət Səidə Sədaqət Solmaz "
        "Sona Svetlana Südabə Şəbnəm Şəhla Şəfiqə Tamara Tamilla Təranə Tünzalə Ülkər Validə Vəfa Vüsalə Xalidə Xanım Xəyalə Xumar "
        "Yeganə Zahidə Zərifə Zəhra Züleyxa Zümrüd",
        "Elçin Rəşad Vüsal Elnur Anar Orxan Tural Ramil Samir Elvin Emin Elşən Ruslan Kamran Rauf Eldar Əli Məhəmməd Hüseyn Həsən "
        "Murad Nicat Fərid Ceyhun Cavid İlqar İlham Vüqar Azər Araz Ağa Akif Asif Aqil Afiq Arif Bəhruz Bəxtiyar Cabbar Cəfər Cəlal "
        "Cəmil Daşqın Elman Elxan Elmar Etibar Fariz Fikrət Fuad Faiq Gündüz Habil Hacı Hikmət İbrahim İdris İlkin İsa İsmayıl Kənan "
        "Kərim Kəmaləddin Mahir Mehdi Mübariz Musa Mirzə Natiq Namiq Nadir Nazim Nəriman Niyazi Nurlan Oqtay Pərviz Pünhan Ramin "
        "Ramiz Rasim Rafiq Rövşən Rüfət Rüstəm Sabir Sadiq Sahib Səbuhi Seymur Sərdar Süleyman Şahin Şamil Tahir Taleh Teymur Tofiq "
        "Toğrul Turan Ümid Vahid Vaqif Valeh Vasif Xəyyam Xaqani Yusif Yaşar Zaur Zahid",
        "Məmmədov Əliyev Hüseynov Həsənov Quliyev İsmayılov Əhmədov Abdullayev Hacıyev İbrahimov Cəfərov Rzayev Mustafayev Məhərrəmov "
        "Bayramov Qasımov Kərimov Süleymanov Əsgərov Abbasov Rəhimov Orucov Musayev Nəsirov Babayev Vəliyev Mehdiyev Səfərov Ağayev "
        "Mirzəyev Nəbiyev Cabbarov Məmmədli Nuriyev Novruzov Namazov Salmanov Xəlilov Yusifov Zeynalov Allahverdiyev Aslanov "
        "Qurbanov Sadıqov Tağıyev Tahirov Şirinov Şükürov Rəsulov Ramazanov Rüstəmov Qəhrəmanov Pənahov Paşayev Osmanov Niftəliyev Nəzərov "
        "Nağıyev Muradov Mirzəzadə Mehtiyev Məlikov Mahmudov Kazımov İsgəndərov İmanov İsayev Hümbətov Həmidov Həşimov Heydərov Haqverdiyev "
        "Fətəliyev Fərzəliyev Feyzullayev Eyvazov Dadaşov Cavadov Bağırov Behbudov Balayev Axundov Axundzadə Ataşov Atakişiyev "
        "Adıgözəlov Abışov Alıyev Alışov Əzizov Əsədov Əkbərov Əmirov Vəlizadə Həsənzadə Hüseynli Əliyarlı Rüstəmli Quluzadə Şahbazov "
        "Şərifov Sultanov Seyidov Səmədov Umudov Verdiyev Vəkilov Xudiyev Yaqubov Zamanov Ziyadov",
    ),
    "UZ": (
        "Nilufar Dilnoza Gulnora Malika Zulfiya Feruza Nargiza Nodira Dildora Shahnoza Gulchehra Barno Zarina Madina Saida Lola Umida "
        "Sevara Shoira Mavluda Mohira Maftuna Kamola Iroda Munisa Nigora Nasiba Nafisa Oydin Ozoda Rano Robiya Sabohat Sadoqat Salomat "
        "Sanobar Sarvinoz Shahlo Sitora Surayyo Tursunoy Xurshida Yulduz Zebo Ziyoda Zuhra Fotima Aziza Asal Charos Dilbar Dilfuza "
        "Durdona Farida Gavhar Guli Gulnoz Gulbahor Hilola Hulkar Inobat Intizor Jamila Kumush Latofat Lobar Mahliyo Mahbuba Marhabo "
        "Matluba Maryam Muhabbat Mukaddas Muhayyo Mushtariy Nozima Nozanin Ominaxon Parvina Ra'no Risolat Sayyora Shahzoda Tabassum",
        "Aziz Alisher Jasur Sardor Bekzod Botir Davron Dilshod Farhod Jahongir Jamshid Javohir Bobur Rustam Sherzod Ulug'bek Umid "
        "Akmal Anvar Abdulla Abror Akbar Ahmad Asror Bahodir Baxtiyor Behruz Doniyor Dostonbek Elyor Erkin Farrux Furqat Fayzulla "
        "G'ayrat G'olib Hamid Hasan Husan Ibrohim Ikrom Ilhom Islom Ismoil Ixtiyor Jalol Kamol Karim Komil Laziz Mansur Mirzo Muhammad "
        "Murod Muzaffar Nodir Nurbek Odil Olim Otabek Oybek Oxunjon Qodir Rashid Ravshan Sanjar Saidakbar Samandar Sarvar Shavkat "
        "Shohruh Shuhrat Sobir Suhrob Sunnat Temur Tohir To'lqin Tursun Ulmas Utkir Xurshid Xasan Yusuf Yo'ldosh Zafar Zokir",
        "Karimov Rahimov Yusupov Ismoilov Abdullayev Aliyev Ergashev Saidov Tursunov Umarov Xolmatov Qodirov Rahmonov Nazarov "
        "Mirzayev Toshmatov Hamidov Sharipov Yo'ldoshev Ibragimov Usmonov Sobirov Xasanov Islomov Norov Olimov Jo'rayev Ahmedov Akbarov "
        "Azimov Boboyev Botirov Bozorov Davlatov Egamberdiyev Eshonqulov Fayziyev G'afurov G'aniyev Haydarov Hakimov Hasanov Hoshimov "
        "Husanov Ikromov Inoyatov Isroilov Jalilov Jumayev Kamolov Kenjayev Mahmudov Mamatov Mansurov Mirzaliyev Mo'minov Muhammadiyev "
        "Murodov Musayev Nabiyev Narzullayev Nematov Niyozov Normatov Nosirov Nurmatov Ochilov Odilov Ortiqov Otajonov O'rinov "
        "Pardayev Po'latov Qosimov Qurbonov Rajabov Ro'ziyev Rustamov Safarov Salimov Sattorov Shodiyev Shukurov Sodiqov Sultonov "
        "Temirov Tojiyev To'rayev Turg'unov Tursunboyev Umirov Valiyev Xaydarov Xo'jayev Xudoyberdiyev Yoqubov Zokirov Ziyayev Zaripov Mamadaliyev Tillayev Rasulov Xalilov",
    ),
}
