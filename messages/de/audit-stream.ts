export const auditStream = {
  rotationDue:
    "Eine Person, die das Signaturgeheimnis kannte, hat das Team verlassen. Speichern Sie die URL erneut, um es zu erneuern.",
  title: "Audit-Stream",
  description: "Alle Audit-Ereignisse in Echtzeit an Ihr System senden",
  address: "Ziel",
  url: "URL",
  urlHint: "HTTPS. Nach Standard Webhooks signiert, bis zu 100 Ereignisse je Nachricht.",
  start: "Stream starten",
  replaceTitle: "URL ändern oder Geheimnis erneuern",
  replaceHint:
    "Das aktuelle Geheimnis wird ungültig. Die Zustellung läuft mit dem nächsten Ereignis weiter.",
  replace: "Speichern",
  secret: "Signaturgeheimnis",
  secretOnce:
    "Kopieren Sie es jetzt. Es wird nicht noch einmal angezeigt. Prüfen Sie damit die Signatur jeder Nachricht.",
  secretKept: "Gespeichert",
  state: "Status",
  delivered: "Zugestellt",
  deliveredOf: "Ereignis {delivered} von {all}",
  lastDelivery: "Letzte Zustellung",
  never: "noch keine",
  failing: "Zustellung fehlgeschlagen ({failures}): {reason}.",
  nextTry: "Nächster Versuch:",
  stop: "Stream beenden",
  stopHint: "Ereignisse bleiben im Audit-Log. Nicht zugestellte werden später nicht gesendet.",
};
