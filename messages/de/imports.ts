import { buildingFields } from "./building-fields";
import { endUserFields } from "./end-user-fields";

export const imports = {
  title: "Importe",
  one: "Import",
  description: "Endkunden, Gebäude und Geräte aus CSV-Dateien.",
  create: "Datei importieren",
  createHint: "Erst wird alles geprüft; nichts entsteht, bevor Sie es sagen.",
  none: "Noch ist nichts importiert worden",
  noneHint: "Holen Sie Ihre Kundschaft in einem Zug aus einem anderen System.",
  kind: "Was die Zeilen sind",
  kinds: { "end-user": "Endkunden", building: "Gebäude", device: "Geräte" },
  file: "Datei",
  fileHint:
    "CSV mit Überschriften, getrennt durch Komma, Strichpunkt oder Tabulator, in UTF-8 oder Windows-1252. Bis zu 200.000 Zeilen und 32 MB. Wählen Sie sie oder ziehen Sie sie hierher.",
  upload: "Hochladen",
  columns: "Spalten",
  columnsHint:
    "So, wie Exporte sie schreiben. Andere Überschriften lassen sich nach dem Hochladen zuordnen; fette sind nötig.",
  state: "Zustand",
  states: {
    mapping: "Spalten zuzuordnen",
    checking: "Wird geprüft",
    checked: "Geprüft",
    running: "Importiert",
    done: "Fertig",
    cancelled: "Abgebrochen",
    failed: "Angehalten",
  },
  rows: "Zeilen",
  imported: "Importiert",
  by: "Von",
  uploaded: "Hochgeladen",
  about: "{kind}, {count, plural, one {# Zeile} other {# Zeilen}}",
  toList: "Zur Liste",
  cancel: "Abbrechen",
  mapping: "Spalten",
  mappingDescription:
    "Welche Spalte der Datei was enthält. Bekannte Überschriften sind schon zugeordnet.",
  mappingHint: "Ordnen Sie die Spalten zu und lassen Sie die Datei dann prüfen.",
  noColumn: "In keiner Spalte",
  existing: "Endkunden, die es schon gibt",
  existingHint:
    "Erkannt an der Kundennummer, sonst an der Adresse. Was eine Zeile leer lässt, bleibt, wie es ist.",
  existingChoices: { refuse: "Sind ein Problem", update: "Werden geändert" },
  changing:
    "{count, plural, one {# der guten Zeilen ändert} other {# der guten Zeilen ändern}} Endkunden, die es schon gibt",
  check: "Datei prüfen",
  progress: "Fortschritt",
  checkedRows: "{worked, number} von {total, number} geprüft",
  importedRows: "{worked, number} von {total, number} importiert",
  verdict:
    "{good, plural, one {# Zeile ist gut} other {# Zeilen sind gut}}, {faulty, plural, =0 {keine hat einen Fehler} one {# hat einen Fehler} other {# haben einen Fehler}}",
  run: {
    all: "{count, plural, one {# Zeile importieren, ganz oder gar nicht} other {Alle # Zeilen importieren, ganz oder gar nicht}}",
    good: "{count, plural, one {Die # gute Zeile importieren} other {Die # guten Zeilen importieren}}",
  },
  problems: "Fehler",
  problemsHint:
    "Berichtigen Sie sie in der Datei und laden Sie sie neu hoch, oder importieren Sie nur die guten Zeilen.",
  line: "Zeile",
  column: "Spalte",
  cell: "Zelle",
  problem: "Fehler",
  more: "Mehr",
  fields: {
    ...buildingFields,
    ...endUserFields,
    owner: "Endkunde (Adresse, Kundennummer oder ID)",
    kind: "Art des Geräts",
    manufacturer: "Hersteller",
    model: "Modell",
    modelYear: "Modelljahr",
    externalDeviceId: "Seriennummer",
    isSmartOptimizationActive: "Smarte Optimierung",
    comment: "Kommentar",
  },
};
