import type { Random } from "./random";

const firstNames = [
  "Anna",
  "Lukas",
  "Marie",
  "Jakob",
  "Sophie",
  "Maximilian",
  "Laura",
  "Felix",
  "Hannah",
  "Paul",
  "Lena",
  "Elias",
  "Katharina",
  "David",
  "Julia",
  "Moritz",
  "Theresa",
  "Tobias",
  "Johanna",
  "Simon",
  "Magdalena",
  "Florian",
  "Eva",
  "Sebastian",
  "Barbara",
  "Matthias",
  "Sabine",
  "Andreas",
  "Monika",
  "Christian",
  "Petra",
  "Wolfgang",
  "Ursula",
  "Günther",
  "Brigitte",
  "Jürgen",
  "Renate",
  "Ayşe",
  "Mehmet",
  "Milica",
  "Dragan",
  "Zsófia",
  "Jan",
  "Agnieszka",
  "Giulia",
  "Øyvind",
  "Zoë",
  "Björn",
] as const;

const lastNames = [
  "Gruber",
  "Huber",
  "Wagner",
  "Müller",
  "Pichler",
  "Moser",
  "Steiner",
  "Mayer",
  "Hofer",
  "Leitner",
  "Berger",
  "Fuchs",
  "Eder",
  "Fischer",
  "Schmid",
  "Weber",
  "Schwarz",
  "Schneider",
  "Maier",
  "Reiter",
  "Schmidt",
  "Bauer",
  "Koch",
  "Wolf",
  "Schröder",
  "Krüger",
  "Böhm",
  "Weiß",
  "Groß",
  "Lang",
  "Köhler",
  "Jäger",
  "Winkler",
  "Brandstätter",
  "Öllinger",
  "Yılmaz",
  "Kovačević",
  "Nagy",
  "Nowak",
  "Rossi",
  "van der Linden",
  "Straßer",
  "Höfler",
  "Zimmermann",
  "Hartmann",
  "Lehmann",
  "Keller",
  "Vogel",
] as const;

const streets = [
  "Hauptstraße",
  "Bahnhofstraße",
  "Kirchengasse",
  "Lindenweg",
  "Schulstraße",
  "Gartenweg",
  "Mühlgasse",
  "Am Sonnenhang",
  "Feldweg",
  "Ringstraße",
  "Waldgasse",
  "Dorfplatz",
  "Rosenweg",
  "Birkenallee",
  "Wiener Straße",
  "Salzburger Straße",
  "Seestraße",
  "Bergstraße",
] as const;

type Town = {
  zipCode: string;
  town: string;
  country: "AT" | "DE";
  latitude: number;
  longitude: number;
};

const towns: readonly Town[] = [
  { zipCode: "1070", town: "Wien", country: "AT", latitude: 48.2, longitude: 16.35 },
  { zipCode: "1220", town: "Wien", country: "AT", latitude: 48.24, longitude: 16.45 },
  { zipCode: "4020", town: "Linz", country: "AT", latitude: 48.31, longitude: 14.29 },
  { zipCode: "5020", town: "Salzburg", country: "AT", latitude: 47.8, longitude: 13.04 },
  { zipCode: "6020", town: "Innsbruck", country: "AT", latitude: 47.27, longitude: 11.39 },
  { zipCode: "8010", town: "Graz", country: "AT", latitude: 47.07, longitude: 15.44 },
  { zipCode: "3100", town: "St. Pölten", country: "AT", latitude: 48.2, longitude: 15.62 },
  { zipCode: "6900", town: "Bregenz", country: "AT", latitude: 47.5, longitude: 9.75 },
  { zipCode: "9020", town: "Klagenfurt", country: "AT", latitude: 46.62, longitude: 14.31 },
  { zipCode: "4600", town: "Wels", country: "AT", latitude: 48.16, longitude: 14.03 },
  { zipCode: "7000", town: "Eisenstadt", country: "AT", latitude: 47.85, longitude: 16.52 },
  { zipCode: "80331", town: "München", country: "DE", latitude: 48.14, longitude: 11.57 },
  { zipCode: "86150", town: "Augsburg", country: "DE", latitude: 48.37, longitude: 10.9 },
  { zipCode: "90402", town: "Nürnberg", country: "DE", latitude: 49.45, longitude: 11.08 },
  { zipCode: "70173", town: "Stuttgart", country: "DE", latitude: 48.78, longitude: 9.18 },
  { zipCode: "93047", town: "Regensburg", country: "DE", latitude: 49.02, longitude: 12.1 },
  { zipCode: "94032", town: "Passau", country: "DE", latitude: 48.57, longitude: 13.46 },
  { zipCode: "01067", town: "Dresden", country: "DE", latitude: 51.05, longitude: 13.74 },
];

const mailDomains = [
  "mail.example",
  "post.example",
  "haushalt.example",
  "familie.example",
] as const;

/** A plausible private customer; `number` keeps address and customer number unique. */
export function inventPerson(random: Random, number: number) {
  const firstName = random.pick(firstNames);
  const lastName = random.pick(lastNames);
  const place = random.pick(towns);
  const phone = random.chance(0.7)
    ? `+${place.country === "AT" ? "43 660" : "49 151"} ${random.integer(1_000_000, 9_999_999)}`
    : null;
  return {
    firstName,
    lastName,
    email: `${asciiOf(firstName)}.${asciiOf(lastName)}.${number}@${random.pick(mailDomains)}`,
    externalUserId: `K-${String(100_000 + number)}`,
    phone,
    phoneInternational: phone?.replaceAll(" ", "") ?? null,
    phoneCountry: phone && "AT",
    streetAndNumber: `${random.pick(streets)} ${random.integer(1, 140)}`,
    streetAddInfo: random.chance(0.15) ? `Top ${random.integer(1, 24)}` : null,
    ...place,
    latitude: place.latitude + random.integer(-400, 400) / 10_000,
    longitude: place.longitude + random.integer(-400, 400) / 10_000,
  };
}

function asciiOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, "ae")
    .replace(/ö/g, "oe")
    .replace(/ü/g, "ue")
    .replace(/ß/g, "ss")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
}
