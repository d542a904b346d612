"""Common names of western and southern Europe, most common first, compiled by hand for Wares.

Each entry is (women, men, family names); `_` stands for the space within a name."""

from __future__ import annotations

HAND: dict[str, tuple[str, str, str]] = {
    "DE": (
        "Maria Ursula Monika Petra Sabine Elisabeth Renate Karin Helga Brigitte Susanne Andrea Claudia Birgit Anna Katrin Ingrid "
        "Martina Christine Nicole Stefanie Julia Heike Gabriele Barbara Angelika Sandra Ute Katharina Anja Melanie Silke Christina "
        "Ulrike Jutta Sarah Laura Lisa Lena Christiane Kerstin Bettina Cornelia Tanja Daniela Sonja Marion Silvia Regina Kathrin "
        "Jana Jessica Vanessa Johanna Hannah Sophie Franziska Nina Nadine Annette Doris Heidi Simone Ilse Gisela Erika Hildegard "
        "Christa Gertrud Anke Antje Astrid Britta Carolin Corinna Dagmar Elke Eva Elena Friederike Gerda Gudrun Hannelore Ines "
        "Irmgard Jasmin Judith Kristin Leonie Manuela Margarete Margit Marina Marlies Miriam Nadja Pia Rita Rosemarie Ruth Sigrid "
        "Sofia Svenja Ulla Ursel Vera Verena Waltraud Yvonne Aylin Fatma Olga Natalia",
        "Thomas Michael Andreas Peter Stefan Christian Hans Klaus Wolfgang Martin Jürgen Frank Markus Werner Matthias Daniel "
        "Alexander Bernd Uwe Manfred Günter Karl Dieter Sebastian Heinz Helmut Ralf Jens Jan Josef Florian Tobias Torsten Horst "
        "Walter Gerhard Jörg Tim Dirk Felix Lukas Philipp Joachim Marcel Ulrich Rolf Sven Johannes Oliver Marco Holger Rainer "
        "Dennis Robert Volker Jonas Maximilian Patrick Kai David Simon Benjamin Fabian Paul Max Norbert Rudolf Herbert Heinrich "
        "Friedrich Gerd Kurt Axel Bernhard Carsten Christoph Detlef Dominik Eberhard Egon Erich Ernst Erwin Franz Georg Guido "
        "Hartmut Henning Hermann Ingo Jochen Johann Jakob Julian Kevin Lars Leon Lothar Lutz Marc Mario Moritz Nico Niklas Olaf "
        "Otto Pascal Reinhard Richard Roland Rüdiger Siegfried Steffen Thorsten Udo Willi Wilhelm Mehmet Mustafa Ahmet Sergej",
        "Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf Schröder "
        "Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Schmitt Werner Schmitz Krause Meier Lehmann Schmid Schulze "
        "Maier Köhler Herrmann König Walter Mayer Huber Kaiser Fuchs Peters Lang Scholz Möller Weiß Jung Hahn Schubert Vogel "
        "Friedrich Keller Günther Frank Berger Winkler Roth Beck Lorenz Baumann Franke Albrecht Schuster Simon Ludwig Böhm Winter "
        "Kraus Martin Schumacher Krämer Vogt Stein Jäger Otto Sommer Groß Seidel Heinrich Brandt Haas Schreiber Graf Schulte "
        "Dietrich Ziegler Kuhn Kühn Pohl Engel Horn Busch Bergmann Thomas Voigt Sauer Arnold Wolff Pfeiffer Yılmaz Ernst Lindner "
        "Kramer Hübner Peter Kaya",
    ),
    "AT": (
        "Maria Anna Elisabeth Christine Monika Andrea Barbara Eva Johanna Gertrude Renate Karin Brigitte Sabine Martina Claudia "
        "Michaela Manuela Sandra Petra Birgit Daniela Ingrid Katharina Julia Gabriele Silvia Doris Margarete Ursula Hannah Lisa "
        "Sarah Laura Lena Verena Christina Bettina Theresa Magdalena Susanne Franziska Helga Hermine Rosa Nicole Melanie Tanja "
        "Stefanie Cornelia Elfriede Sonja Waltraud Nina Sophie Angela Roswitha Herta Ilse Erika Gerlinde Jasmin Viktoria Carina "
        "Bianca Heidemarie Astrid Annemarie Vanessa Kathrin",
        "Franz Johann Josef Thomas Michael Andreas Peter Christian Stefan Martin Daniel Wolfgang Markus Karl Walter Robert "
        "Gerhard Alexander Manfred Lukas Florian Christoph Helmut Herbert Günter Werner Georg Bernhard Anton Patrick Philipp "
        "David Harald Matthias Mario Dominik Erich Alois Gerald Rudolf Jürgen Roland Friedrich Kurt Reinhard Hannes Ernst "
        "Fabian Sebastian Maximilian Paul Jakob Simon Tobias Klaus Leopold Hubert Heinrich Otto Rene Bernd Ewald Oliver Roman "
        "Siegfried Ferdinand Hermann Erwin Norbert Engelbert",
        "Gruber Huber Bauer Wagner Müller Pichler Steiner Moser Mayer Hofer Leitner Berger Fuchs Eder Fischer Schmid Winkler "
        "Weber Schwarz Maier Schneider Reiter Mayr Schmidt Wimmer Egger Brunner Lang Baumgartner Auer Binder Lechner Wolf "
        "Wallner Aigner Ebner Koller Lehner Haas Schuster Heilig Hauser Winter Haider Fink Riegler Strasser Weiss Holzer Koch "
        "Mair Graf König Stadler Kaiser Kaufmann Kern Maurer Eichinger Neubauer Böhm Kogler Novak Horvath Weiß Resch Hahn "
        "Schober Stöger Ortner Pfeiffer Zauner Thaler Lackner Brandstätter Jovanovic Petrovic Yilmaz Kainz Ertl Kraus Bruckner "
        "Deutsch Haslinger Hofbauer Kerschbaumer Konrad Lindner Paar Plank Rainer Rauch Riedl Schiller Schlager Seidl Sommer "
        "Trummer Unger Vogl Walch Wieser Zechner Zimmermann",
    ),
    "CH": (
        "Maria Anna Ursula Ruth Elisabeth Sandra Monika Claudia Verena Nicole Barbara Silvia Daniela Christine Marie Sara Laura "
        "Brigitte Esther Marianne Rita Katharina Nathalie Regula Martina Susanne Corinne Isabelle Karin Margrit Doris Petra Julia "
        "Erika Manuela Irene Anita Beatrice Christina Heidi Sabine Jacqueline Eva Anne Franziska Françoise Gabriela Catherine "
        "Cornelia Priska Rosmarie Sonja Bettina Edith Jasmin Stefanie Céline Chantal Fabienne Patrizia Giulia Elena Rahel Vreni",
        "Peter Hans Daniel Thomas Andreas Martin Markus Michael Christian Stefan Walter Urs Marco Bruno Patrick René Roland Rolf "
        "Pascal Beat David Werner Reto Roger Philippe Marcel Simon Josef Ernst Rudolf Franz Max Jean Fritz Kurt Heinz Jürg "
        "Christoph Lukas Paul Robert Hansruedi Alfred Samuel Fabian Adrian Sandro Thierry Laurent Giuseppe Antonio Nicolas Luca "
        "Stéphane Alain Pierre Claude Jonas Dominik Oliver Manuel Jakob Ueli Matthias Sven Olivier Philipp Raphael Karl Erich Otto",
        "Müller Meier Schmid Keller Weber Huber Schneider Meyer Steiner Fischer Gerber Brunner Baumann Frei Zimmermann Moser "
        "Widmer Wyss Graf Roth Baumgartner Suter Bachmann Favre Kunz Hofer Sutter Lüthi Marti Frey Kaufmann Christen Koch Bühler "
        "Rey Martin Egli Ammann Stalder Berger Studer Bühlmann Arnold Hess Wenger Bucher Zürcher Künzli Rochat Blanc Bianchi "
        "Bernasconi Ferrari Rossi Jenni Burri Fuchs Lehmann Maurer Schwarz Hunziker Aebi Bieri Bolliger Bonvin Bruggmann "
        "Chappuis Cornu Dubois Egger Fankhauser Felder Flückiger Fontana Gasser Grosjean Gut Häfliger Hofmann Hug Hürlimann "
        "Iseli Jaquet Jost Kälin Käser Küng Liechti Lustenberger Mathys Monnier Näf Niederberger Nussbaumer Odermatt Perret Pfister "
        "Portmann Reber Ritter Rüegg Rohner Schär Schärer Schenk Schnyder Schürch Senn Siegenthaler Sommer Stucki Tanner Tobler "
        "Vogel Vogt von_Allmen von_Arx Vonlanthen Wagner Walker Walther Wirth Wüthrich Zbinden Ziegler Zumbühl Krasniqi Silva Pereira",
    ),
    "NL": (
        "Maria Johanna Anna Cornelia Elisabeth Wilhelmina Hendrika Petronella Monique Linda Marja Esther Ingrid Karin Marjan Sandra "
        "Yvonne Saskia Anja Annemarie Marieke Astrid Lisa Laura Sanne Eva Emma Anne Iris Lotte Femke Anouk Kim Sophie Julia Marleen "
        "Nicole Ellen Els Ria Truus Ans Tineke Joke Wil Jolanda Petra Bianca Miranda Angelique Patricia Mirjam Marloes Manon Daphne "
        "Naomi Marlies Inge Ilse Margriet Hanneke Maaike Roos Fleur Nienke Carolien Danielle Diana Elly Trudy Corrie Gerda Geertje "
        "Grietje Janneke Jantje Jeanette Judith Klaasje Lianne Maartje Melissa Neeltje Rianne Suzanne Tessa Vera Wendy Willemijn "
        "Fatima Fatma Chantal Denise Charlotte Amber Aaltje Adriana Annelies Barbara Carla Claudia Cora Dorien Francisca Gerrie "
        "Hermina Irene Jacoba Josephina Karlijn Leonie Margaretha Marijke Merel Mieke Nina Paula Renate Ruth Simone Susanna Sylvia",
        "Jan Johannes Peter Hendrik Cornelis Pieter Willem Gerrit Hans Henk Kees Piet Johan Mark Paul Erik Martin Rob Ronald Frank "
        "Jeroen Dennis Marcel Bas Tim Thomas Daan Rick Tom Jasper Niels Bart Michael Patrick Richard Robert Jacob Dirk Klaas Wim Ad "
        "Arie Jos Theo Ben Bert Frans Gerard Herman Koen Stefan Sander Wouter Maarten Joost Joris Ruud Rene Roel Sjoerd Jelle Lars "
        "Luuk Sem Ruben Thijs Max Lucas Jesse Adriaan Albert Aart Arjan Arnold Barend Bram Bernard Casper Christiaan Danny Edwin "
        "Egbert Evert Ferdinand Floris Fred Freek Geert Gijs Guus Harm Harry Huub Jaap Jack Jurgen Leendert Leo Martijn Mathijs "
        "Maurice Menno Mohamed Nico Onno Pim Remco Rik Roy Rutger Simon Steven Teun Tijmen Tjeerd Tony Vincent Wesley Wilco Ahmed "
        "Mehmet Mustafa Antonius Gerardus Jacobus Petrus Theodorus Wilhelmus",
        "de_Jong Jansen de_Vries van_den_Berg van_Dijk Bakker Janssen Visser Smit Meijer de_Boer Mulder de_Groot Bos Vos Peters "
        "Hendriks van_Leeuwen Dekker Brouwer de_Wit Dijkstra Smits de_Graaf van_der_Meer van_der_Linden Kok Jacobs de_Haan "
        "Vermeulen van_den_Heuvel van_der_Veen van_den_Broek de_Bruijn de_Bruin van_der_Heijden Schouten van_Beek Willems "
        "van_Vliet van_de_Ven Hoekstra Maas Verhoeven Koster van_Dam van_der_Wal Prins Blom Huisman Peeters de_Jonge Kuipers "
        "van_Veen Post Kuiper Veenstra Kramer van_den_Brink Scholten van_Wijk Postma Martens Vink de_Ruiter Timmermans Groen "
        "Gerritsen Jonker van_Loon Boer van_der_Velde Willemsen Smeets de_Lange de_Vos Bosch van_Dongen Schipper de_Koning "
        "van_der_Laan Koning van_der_Velden Driessen van_Doorn Hermans Evers van_den_Bosch van_der_Meulen Hofman Bosman Wolters "
        "Sanders van_der_Horst Mol Kuijpers Molenaar van_de_Pol de_Leeuw Verbeek Yılmaz Kaya Pham Ali Singh",
    ),
    "FR": (
        "Marie Nathalie Isabelle Sylvie Catherine Martine Christine Françoise Valérie Sandrine Stéphanie Véronique Sophie Céline "
        "Chantal Patricia Anne Brigitte Julie Monique Aurélie Nicole Laurence Annie Émilie Virginie Corinne Élodie Christelle Camille "
        "Caroline Léa Sarah Florence Laetitia Audrey Hélène Laura Mathilde Marion Pauline Jacqueline Delphine Michèle Manon Karine "
        "Charlotte Emma Mélanie Lucie Cécile Chloé Danielle Dominique Inès Jeanne Agnès Alice Amandine Anaïs Béatrice Bernadette "
        "Carole Claire Claudine Clémence Colette Denise Élisabeth Élise Estelle Fanny Florence Gaëlle Geneviève Ghislaine Ginette "
        "Hortense Jennifer Jessica Joëlle Josiane Juliette Justine Liliane Louise Lydie Madeleine Magali Marguerite Marine Marlène "
        "Mireille Morgane Muriel Nadège Nadia Noémie Océane Odile Paulette Raymonde Renée Sabrina Simone Solange Sonia Suzanne "
        "Sylviane Thérèse Vanessa Yvette Yvonne Fatima Khadija Sabine Régine Marie-Christine Anne-Marie Marie-Thérèse Marie-Claude",
        "Jean Philippe Michel Alain Patrick Nicolas Christophe Pierre Christian Éric Frédéric Laurent Stéphane David Pascal Daniel "
        "Alexandre Julien Thierry Olivier Bernard Thomas Sébastien Gérard Didier Vincent François Bruno Guillaume Jérôme Jacques "
        "Marc Maxime Romain Antoine André Gilles Hervé Anthony Serge Franck Kévin Benjamin Patrice Fabrice Mathieu Clément Arnaud "
        "Yves Denis Adrien Alexis Arthur Aurélien Baptiste Benoît Cédric Charles Claude Cyril Damien Dylan Emmanuel Fabien Fernand "
        "Florian Francis Gabriel Georges Ghislain Grégory Guy Henri Hugo Jean-Claude Jean-Luc Jean-Marc Jean-Michel Jean-Paul "
        "Jean-Pierre Jérémy Joël Joseph Jonathan Jordan Laurent Lionel Louis Luc Lucas Ludovic Marcel Maurice Mehdi Mickaël Mohamed "
        "Nathan Paul Quentin Raymond Raphaël Régis Rémi René Richard Robert Roger Roland Samuel Sylvain Théo Tristan Valentin "
        "Victor Xavier Yann Karim Rachid Ahmed",
        "Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand "
        "Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefèvre Faure André Mercier Blanc Guérin Boyer "
        "Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu Gautier Masson "
        "Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière Lucas Brunet "
        "Gaillard Barbier Arnaud Martinez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger Fabre Aubert "
        "Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq Guillaume "
        "Lecomte Lopez Jean Dupuy Guillot Hubert Berger Carpentier Sanchez Dupuis Moulin Louis Deschamps Huet Vasseur Perez "
        "Boucher Fleury Royer Klein Jacquet Adam Paris Poirier Marty Aubry Guyot Carré Charles Renault Charpentier Ménard Maillard "
        "Baron Bertin Bailly Hervé Schneider Fernandez Le_Gall Collet Léger Bouvier Julien Prévost Millet Perrot Daniel Le_Roux "
        "Cousin Germain Breton Besson Langlois Rémy Le_Goff Pelletier Lévêque Perrier Leblanc Barré Lebrun Marchal Weber Mallet "
        "Hamon Boulanger Jacob Monnier Michaud Rodriguez Guichard Gillet Étienne Grondin Poulain Tessier Chevallier Collin Chauvin "
        "Da_Silva Bouchet Gay Lemaître Bénard Maréchal Humbert Reynaud Antoine Hoarau Perret Barthélemy Cordier Pichon Lejeune "
        "Gilbert Lamy Delaunay Pasquier Carlier Laporte",
    ),
    "IT": (
        "Maria Anna Francesca Giulia Laura Paola Sara Rosa Giovanna Elena Angela Chiara Silvia Elisa Federica Valentina Alessandra "
        "Martina Teresa Lucia Carmela Roberta Caterina Daniela Simona Claudia Barbara Monica Patrizia Antonella Giuseppina Cristina "
        "Stefania Alessia Sofia Ilaria Rita Concetta Marta Michela Eleonora Manuela Serena Giorgia Antonia Raffaella Emanuela "
        "Arianna Veronica Sabrina Luisa Beatrice Marina Tiziana Lorena Cinzia Donatella Loredana Mariangela Nadia Ornella Rosanna "
        "Franca Luciana Gabriella Graziella Grazia Margherita Irene Erika Elisabetta Aurora Camilla Carla Carolina Cecilia Debora "
        "Emilia Enrica Fabiana Filomena Gaia Gemma Immacolata Ivana Jessica Letizia Lidia Liliana Livia Marcella Marianna Mariarosaria "
        "Milena Miriam Mirella Nicoletta Noemi Olga Pamela Pierina Rebecca Renata Rossella Rosaria Sandra Sonia Susanna Tatiana "
        "Tania Vanessa Vittoria Viviana Annalisa Annamaria Assunta Adriana Agnese Alba Alice Amalia Ada Ida Ines Elvira",
        "Giuseppe Antonio Giovanni Mario Francesco Luigi Andrea Marco Alessandro Luca Vincenzo Roberto Paolo Salvatore Angelo "
        "Domenico Stefano Pietro Davide Matteo Franco Carlo Bruno Massimo Fabio Simone Daniele Claudio Michele Giorgio Sergio "
        "Federico Riccardo Lorenzo Maurizio Raffaele Enrico Alberto Nicola Emanuele Filippo Gabriele Fabrizio Gianluca Cristian "
        "Alessio Alfredo Aldo Adriano Antonino Armando Arturo Bernardo Biagio Carmelo Carmine Cesare Ciro Cosimo Corrado Cristiano "
        "Dario Diego Dino Donato Edoardo Egidio Elio Enzo Ernesto Ettore Eugenio Ezio Felice Ferdinando Flavio Fulvio Gaetano "
        "Gennaro Gerardo Giacomo Giacinto Gianfranco Gianni Giancarlo Gino Giuliano Giulio Guido Gianpaolo Ignazio Ivan Ivano "
        "Jacopo Leonardo Livio Luciano Manuel Marcello Marino Mattia Mauro Mirko Nicolò Nunzio Omar Oreste Orazio Oscar Osvaldo "
        "Pasquale Pierluigi Piero Remo Renato Renzo Rino Rocco Rodolfo Romano Rosario Ruggero Samuele Sandro Sante Saverio "
        "Sebastiano Silvano Silvio Tommaso Tiziano Ugo Umberto Valentino Valerio Vito Vittorio Walter",
        "Rossi Russo Ferrari Esposito Bianchi Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Mancini Costa Giordano "
        "Rizzo Lombardi Moretti Barbieri Fontana Santoro Mariani Rinaldi Caruso Ferrara Galli Martini Leone Longo Gentile "
        "Martinelli Vitale Lombardo Serra Coppola De_Santis D'Angelo Marchetti Parisi Villa Conte Ferraro Ferri Fabbri Bianco "
        "Marini Grasso Valentini Messina Sala De_Angelis Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli Amato "
        "Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Rossetti Caputo Montanari Guerra Palmieri "
        "Bernardi Martino Fiore De_Rosa Ferretti Bellini Basile Riva Donati Piras Vitali Battaglia Sartori Neri Costantini Milani "
        "Pagano Ruggiero Sorrentino D'Amico Orlando Damico Negri Mancuso Di_Stefano Guidi Marra Castelli D'Agostino Cocco Pace "
        "Fiorentino Catalano Gallina Bassi Motta Ventura Zanella Piazza Fumagalli Deiana Melis Di_Marco Pozzi Lupo Cirillo "
        "Ruggeri Bruni Bernasconi Meloni Locatelli Bosco",
    ),
    "ES": (
        "María Carmen Ana Isabel Dolores Pilar Josefa Teresa Rosa Cristina Laura Ángeles Francisca Antonia Mercedes Marta Elena "
        "Lucía Concepción Raquel Sara Manuela Patricia Beatriz Sonia Silvia Paula Encarnación Rocío Alba Juana Andrea Irene Nuria "
        "Mónica Julia Victoria Susana Margarita Montserrat Yolanda Esther Alicia Sandra Inmaculada Eva Rosario Claudia Consuelo "
        "Amparo Lourdes Noelia Inés Luisa Carla Daniela Nerea Natalia Verónica Gloria Lorena Esperanza Catalina Emilia Aurora "
        "Milagros Amelia Miriam Magdalena Sofía Josefina Carolina Martina Gema Blanca Vanesa Fátima Clara Ainhoa Remedios Asunción "
        "Begoña Adriana Virginia Celia Vicenta Soledad Marina Olga Ángela Leticia Noemí Valentina Aitana Ana_María María_Carmen "
        "María_Pilar María_Dolores María_Teresa Ana_Isabel María_Ángeles María_Isabel María_José Rosa_María",
        "Antonio José Manuel Francisco David Juan Javier Daniel Jesús Carlos Alejandro Miguel Pedro Pablo Rafael Sergio Ángel "
        "Fernando Jorge Luis Alberto Álvaro Diego Adrián Raúl Juan_Carlos Miguel_Ángel José_Antonio José_Luis Juan_José "
        "Francisco_Javier José_Manuel Juan_Antonio Enrique Rubén Ramón Iván Vicente Andrés Joaquín Óscar Santiago Víctor Eduardo "
        "Mario Roberto Jaime Marcos Ignacio Alfonso Salvador Ricardo Hugo Jordi Julio Emilio Martín Guillermo Gabriel Julián "
        "Tomás Agustín José_María Gonzalo Marc Nicolás Félix Cristian Mohamed Lucas Joan Josep Sebastián Ismael Mateo César "
        "Alfredo Domingo Felipe Iker Samuel Aitor Héctor Gregorio Lorenzo Rodrigo Xavier Gerardo Esteban Mariano Albert Arturo "
        "Borja Eugenio Bruno Germán Aarón Marcelino Ernesto Isidro Unai",
        "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Hernández Ruiz Díaz Moreno Muñoz "
        "Álvarez Romero Gutiérrez Alonso Navarro Torres Domínguez Ramos Vázquez Ramírez Gil Serrano Morales Molina Blanco Suárez "
        "Castro Ortega Delgado Ortiz Marín Rubio Núñez Medina Castillo Sanz Cortés Iglesias Santos Garrido Guerrero Lozano Cano Cruz "
        "Flores Méndez Herrera Peña Prieto León Márquez Cabrera Gallego Calvo Vidal Campos Reyes Vega Fuentes Carrasco Díez Caballero "
        "Nieto Aguilar Santana Pascual Herrero Montero Hidalgo Lorenzo Giménez Ibáñez Vargas Santiago Arias Benítez Ferrer Durán "
        "Mora Vicente Carmona Crespo Rojas Soto Román Pastor Velasco Parra Moya Bravo Sáez Gallardo Esteban Rivera Soler Silva "
        "Pardo Rivas Franco Merino Lara Espinosa Camacho Mendoza Vera Izquierdo Arroyo Casado Sierra Redondo Luque Otero Montes "
        "Rey Galán Carrillo Segura Heredia Bernal Marcos Soriano Martí Palacios Robles Contreras Vila Guerra Macías Varela Valero "
        "Pereira Escudero Mateo Roldán Exposito Bermúdez Benito Villanueva Andrés Guillén Miranda Salazar Rivero Casas Menéndez "
        "Santamaría Aparicio Calderón Manzano Gracia Jurado Estévez Beltrán Rico Pacheco Conde Quintana Acosta Plaza Aranda Bueno",
    ),
    "AD": (
        "Maria Montserrat Carme Anna Núria Marta Laura Sandra Cristina Rosa Sílvia Mònica Carolina Elena Eva Meritxell Paula Júlia "
        "Teresa Patrícia Mercè Sònia Raquel Susanna Isabel Carla Judit Laia Gemma Olga Ester Mireia Antònia Dolors Margarida "
        "Conxita Neus Pilar Sara Clàudia Natàlia Ainhoa Aina Berta Clara Emma Glòria Helena Imma Lídia Lurdes Magda Marina Noemí "
        "Queralt Roser Sofia Verònica Victòria Fátima Sophie Nathalie Ana Lucia Alba Irene",
        "Josep Jordi Joan Antoni Marc Xavier Albert David Francesc Manuel Carles Daniel Josep_Maria Sergi Ramon Pere Miquel Jaume "
        "Lluís Àlex Eric Enric Gerard Joaquim Rafael Robert Eduard Víctor Òscar Pau Ferran Guillem Àngel Bonaventura Cristian "
        "Domènec Esteve Felip Gabriel Gil Ignasi Ivan Jesús Joel Juli Martí Oriol Pol Ricard Roger Salvador Santiago Tomàs Vicenç "
        "António José Carlos Paulo Pierre Philippe Bruno Rubén Adrià Aleix",
        "Pujol Font Ribes Vila Garcia Riba Casal Mora Torres Martínez Rodríguez López Fernández González Sánchez Pérez Da_Silva "
        "Ferreira Gomes Dos_Santos Pereira Martins Cairat Naudi Rossell Pintat Areny Armengol Babi Baró Bartumeu Besolí Canturri "
        "Calvó Casadevall Cerqueda Cinca Codina Coma Cornella Duró Escudé Espot Farràs Farré Fité Forné Gaspà Gili Grau Guitart Joan "
        "Jordana López Majoral Maestre Marfany Marquès Martí Marticella Mas Miquel Mortés Moles Montané Naudí Obiols Palau Palmitjavila "
        "Pla Plana Pons Porta Puig Puigcernal Reig Rebés Ribó Roca Rosell Rossa Sala Salvadó Sansa Santuré Serra Sirés Sinfreu Sol "
        "Solé Soler Tomàs Torrent Tor Vidal Viladomat Vilarrubla Visent Zamora Moreno Ruiz Gómez Martín Jiménez Alves Carvalho Oliveira "
        "Sousa Teixeira Ribeiro",
    ),
    "PT": (
        "Maria Ana Carla Sandra Paula Isabel Cristina Susana Patrícia Sónia Rita Teresa Sofia Marta Inês Catarina Joana Mariana "
        "Margarida Helena Luísa Fernanda Rosa Beatriz Mónica Andreia Cláudia Sara Vera Carolina Manuela Diana Filipa Daniela Raquel "
        "Liliana Elisabete Anabela Leonor Matilde Lúcia Conceição Fátima Graça Lurdes Cátia Vânia Tânia Célia Elsa Natália Olga "
        "Alexandra Alice Amélia Ângela Adriana Albertina Alda Aida Augusta Aurora Bárbara Benedita Branca Bruna Carlota Celeste "
        "Cecília Clara Constança Custódia Débora Deolinda Dina Dulce Eduarda Elvira Emília Ermelinda Ester Eugénia Eunice Eva Fabiana "
        "Filomena Florbela Gabriela Glória Graciete Guilhermina Hermínia Idalina Ilda Irene Íris Isaura Ivone Jéssica Josefa Judite "
        "Júlia Juliana Lara Laura Lídia Lígia Lucinda Madalena Mafalda Marina Marisa Micaela Micaela Natércia Odete Olívia Palmira "
        "Piedade Regina Rosária Rute Salomé Sílvia Soraia Tatiana Telma Valentina Vanessa Verónica Virgínia Zélia",
        "José António João Manuel Carlos Paulo Pedro Luís Francisco Jorge Rui Fernando Nuno Miguel Ricardo Joaquim Bruno Hugo "
        "Tiago Mário André Vítor Filipe Diogo Daniel David Rafael Gonçalo Bernardo Afonso Tomás Duarte Henrique Sérgio Marco Hélder "
        "Nelson Fábio Armando Américo Alberto Alexandre Álvaro Amadeu Amílcar Aníbal Arlindo Armindo Artur Augusto Avelino Abílio "
        "Adelino Adérito Adriano Agostinho Albano Albino Alfredo Baltazar Belmiro Bento Casimiro César Cláudio Cristiano Custódio "
        "Domingos Edgar Eduardo Elias Emanuel Emílio Ernesto Eugénio Fausto Feliciano Félix Fernão Flávio Frederico Gabriel Gaspar "
        "Germano Gil Gilberto Guilherme Horácio Humberto Ivo Isidro Ismael Ivan Jaime Jerónimo Júlio Leandro Leonardo Leonel Lourenço "
        "Lucas Luciano Marcelo Márcio Marcos Martim Mateus Maurício Micael Octávio Orlando Óscar Raul Renato Roberto Rodrigo Rogério "
        "Romeu Rúben Samuel Salvador Santiago Sebastião Simão Telmo Teodoro Valdemar Vasco Vicente Virgílio Vitorino Xavier",
        "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves "
        "Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Raposo Neves "
        "Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca Machado Araújo Barbosa Tavares Lourenço Castro Figueiredo "
        "Azevedo Freitas Andrade Dias Pinheiro Magalhães Melo Miranda Moura Nogueira Batista Barros Baptista Borges Branco Brito Campos "
        "Carneiro Coutinho Domingues Duarte Esteves Faria Faustino Garcia Guerreiro Guimarães Henriques Leal Leite Leitão Lima Loureiro "
        "Macedo Maia Marinho Mateus Matias Medeiros Mota Morais Morgado Nascimento Neto Pacheco Paiva Paulo Pinho Queirós Rosa Sá "
        "Salgado Sampaio Santana Seabra Serra Sequeira Torres Valente Valério Vaz Vasconcelos Vicente Viegas Xavier Amaral Amorim "
        "Abreu Aguiar Albuquerque Assunção Bastos Bento Braga Caetano Caldeira Calado Camacho Carreira Carrilho Conceição Cordeiro "
        "Couto Damas Delgado Fernando Franco Frade Gaspar Gouveia Jorge Lobo Luz Malheiro Meireles Mesquita Moniz Nóbrega Patrício "
        "Pestana Portela Ramalho Rebelo Rego Resende Sanches Saraiva Serrano Silveira Torrado Veiga Veloso",
    ),
    "MT": (
        "Maria Carmen Rita Josephine Doris Mary Joanna Anna Rose Sarah Maria_Dolores Michelle Claire Stephanie Christine Nathalie "
        "Graziella Roberta Daniela Charmaine Francesca Elaine Victoria Lucia Giovanna Catherine Marthese Marica Ramona Rachel "
        "Julia Emma Martina Amy Kim Maria_Concetta Vincenza Pauline Antonia Bernardette Carmela Concetta Dorianne Elizabeth Emanuela "
        "Georgia Grace Ivana Jacqueline Jane Jessica Karen Katya Krista Lara Laura Liliana Lorraine Louise Ludgarda Luisa Margaret Marlene "
        "Marvic Melanie Miriam Monica Nicole Pamela Rosanne Ruth Sandra Sharon Simona Svetlana Tania Theresa Valentina Vanessa Yvonne",
        "Joseph John Carmel Paul Mario George Charles Anthony Michael Emanuel Saviour Francis Alfred David Mark Matthew Luke Kevin "
        "Karl Keith Daniel Robert Christopher Andrew Stephen Noel Raymond Vincent Victor Edward Albert Philip Peter Brian Martin Ivan "
        "Clayton Kenneth Jonathan Nicholas James Thomas Simon Adrian Alexander Angelo Antoine Benjamin Carmelo Censu Clint Dennis Dominic "
        "Duncan Edgar Etienne Felix Frank Gaetano Gilbert Glenn Godfrey Gordon Ġanni Ġorġ Ġużeppi Henry Ian Isaac Jason Jean-Paul Jesmond "
        "Joe Julian Kurt Lawrence Leonard Lorenzo Marco Marcel Nazzareno Neil Norbert Oliver Oscar Patrick Pierre Ronald Rosario Ruben "
        "Ryan Salvu Sebastian Silvio Stefan Tony Wayne William Zaren",
        "Borg Camilleri Vella Farrugia Zammit Galea Micallef Grech Attard Spiteri Azzopardi Mifsud Caruana Muscat Agius Pace Abela "
        "Sammut Gatt Debono Fenech Gauci Cassar Schembri Bonnici Cutajar Zahra Bugeja Tabone Grima Ellul Formosa Portelli Cachia "
        "Falzon Xuereb Said Psaila Cauchi Sultana Buhagiar Mallia Busuttil Apap Aquilina Attard_Montalto Axiaq Baldacchino Balzan Barbara "
        "Bartolo Bezzina Bonello Briffa Brincat Buttigieg Calleja Calafato Carabott Cardona Caruana_Galizia Chetcuti Ciantar Cilia Coleiro "
        "Cremona Curmi Cuschieri Dalli Darmanin De_Marco Delia Demanuele Dimech Ebejer Ferris Felice Fava Frendo Gafà Galdes Genovese "
        "Ghigo Gialanze Giordmaina Gusman Haber Hili Inguanez Laferla Magri Mamo Mangion Manicaro Mercieca Meli Mizzi Mintoff Montebello Naudi "
        "Pisani Pulis Refalo Rizzo Saliba Saydon Sant Scerri Sciberras Scicluna Sciortino Seychell Sghendo Stivala Tanti Theuma Tonna Urpani "
        "Vassallo Ħaber Żammit Zarb Zerafa",
    ),
    "LU": (
        "Marie Maria Anne Nathalie Martine Catherine Christiane Sandra Monique Nicole Josée Isabelle Carine Sylvie Claudine Danielle "
        "Patricia Michèle Laurence Tania Ana Sophie Julie Laura Sarah Anna Lisa Jessica Stéphanie Christine Véronique Denise Jeanne "
        "Marguerite Marianne Margot Liliane Mireille Simone Viviane Fabienne Françoise Jacqueline Joëlle Karin Lynn Mady Manon Mariette "
        "Myriam Nadine Nora Pascale Paulette Pia Sabrina Sonja Tanja Carla Paula Cristina Fernanda Susana Elisabete Kim Chantal Astrid "
        "Barbara Béatrice Carole Cathy Céline Conny Diane Elisabeth Emma Germaine Léa Léonie Mélanie Milena Claire",
        "Jean Pierre Marc Paul Claude Guy Michel Nicolas Fernand Patrick Romain Christian Marcel Roger Luc Daniel Alain Serge Joseph "
        "René Georges Laurent François André Gilles Tom Steve Yves Robert Jean-Claude Jos Carlo Henri Raymond Camille Ben Charles Max Félix "
        "Gast Johny Mike Pol Thierry Pascal Philippe Olivier Frank Gilbert Gérard Jacques Léon Norbert Édouard Antoine Victor Sven "
        "Raoul José Manuel António Carlos Paulo Luis Rui Bruno David Kevin Eric Alex Alexandre Jérôme Joël Lex Lucien Nico Roland Rolph "
        "Théo Thomas Tun Vincent Sam",
        "Schmit Müller Weber Wagner Hoffmann Thill Schmitz Schroeder Becker Klein Faber Da_Silva Reuter Dos_Santos Ferreira Kieffer "
        "Reding Pereira Schneider Kremer Krier Steffen Meyer Theisen Fernandes Rodrigues Wolff Braun Welter Hansen Simon Thinnes Majerus "
        "Martins Kayser Gomes Olinger Schiltz Goncalves Kirsch Fischer Scholtes Ries Lentz Biver Bauer Back",
    ),
}
