export const security = {
  title: "Sicherheit",
  description: "Was verdächtig war, mit den Belegen. Jedes wird den Admins einmal gemeldet.",
  search: "Namen durchsuchen",
  none: "Nichts Verdächtiges",
  noneHint: "Wattdesk sieht jede Minute nach und schreibt den Admins, wenn es etwas findet.",
  kind: "Was",
  kinds: {
    failed_logins: "Viele fehlgeschlagene Anmeldungen",
    password_spraying: "Viele Konten von einer Adresse aus versucht",
    new_device: "Anmeldung von einem neuen Gerät",
    mass_export: "Viele Exporte",
    mass_deletion: "Viele Löschungen",
    revoked_credential: "Widerrufener API-Zugang verwendet",
    simultaneous_use: "Aus zwei Netzen zugleich verwendet",
  },
  explanations: {
    failed_logins:
      "Fünf oder mehr fehlgeschlagene Anmeldungen an diesem Konto in zehn Minuten. Vielleicht rät jemand das Passwort; zu viele Versuche werden von selbst gebremst. Wenn danach einer gelungen ist, beenden Sie die Sitzungen und fragen Sie die Person.",
    password_spraying:
      "Fehlgeschlagene Anmeldungen an zehn oder mehr Konten von einer Adresse aus innerhalb einer Stunde. Vielleicht versucht jemand ein gängiges Passwort bei allen, zu selten, als dass ein einzelnes Konto auffiele. Sehen Sie nach, ob einer der Versuche gelungen ist; dann beenden Sie die Sitzungen dieser Person und lassen das Passwort ändern. Ein Büro hinter einer Adresse kann nach einem Passwortwechsel ebenso aussehen.",
    new_device:
      "Ein Teammitglied hat sich mit einem Browser angemeldet, den es hier in den letzten 90 Tagen nicht verwendet hat. Meist ist das ein neuer Computer. Fragen Sie die Person, wenn Sie nicht sicher sind.",
    mass_export:
      "Vier oder mehr Exporte einer Person in einer Stunde. Fragen Sie, wozu; gibt es keine gute Antwort, sperren Sie zuerst den Zugang.",
    mass_deletion:
      "Zwanzig oder mehr Löschungen einer Person in einer Stunde. Wenn sie nicht gewollt waren, sperren Sie den Zugang und sehen Sie ins Auditprotokoll.",
    revoked_credential:
      "Ein System hat sich mit einem richtigen Geheimnis gemeldet, das widerrufen oder abgelaufen ist, oder von einer nicht erlaubten Adresse. Es wurde abgewiesen. Entweder wurde eines Ihrer Systeme vergessen, oder jemand hat das Geheimnis, der es nicht haben sollte.",
    simultaneous_use:
      "Zwei Sitzungen dieser Person wurden in denselben zwei Minuten aus verschiedenen Netzen verwendet. Ein Telefon im eigenen Netz neben einem Computer sieht so aus; eine gestohlene Sitzung auch.",
  },
  subject: "Wer",
  occurrences: "Anzahl",
  first: "Zuerst",
  last: "Zuletzt",
  state: "Stand",
  states: { open: "Offen", acknowledged: "Quittiert" },
  evidence: "Belege",
  evidenceHint: "Die letzten {count} von {total}.",
  act: "Was Sie tun können",
  openSubject: "Konto öffnen",
  openClient: "Zugang öffnen",
  openLog: "Alles im Auditprotokoll",
  acknowledge: "Quittieren",
  acknowledgeHint: "Sagt, dass Sie es angesehen haben. Mehr davon öffnet einen neuen Eintrag.",
  note: "Was herausgekommen ist",
  acknowledgedBy: "Quittiert von {name}",
};
