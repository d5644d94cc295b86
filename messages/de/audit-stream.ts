export const auditStream = {
  rotationDue:
    "Jemand, der das Geheimnis gesehen hat, ist nicht mehr im Team. Speichern Sie die Adresse neu, um es zu ersetzen.",
  title: "Audit-Stream",
  description:
    "Sendet jedes Auditereignis binnen ein, zwei Minuten der Reihe nach an ein System von Ihnen.",
  address: "Wohin",
  url: "Adresse",
  urlHint:
    "https. Nachrichten sind nach dem Schema Standard Webhooks signiert und enthalten je bis zu 100 Ereignisse.",
  start: "Senden beginnen",
  replaceTitle: "Andere Adresse oder neues Geheimnis",
  replaceHint:
    "Das jetzige Geheimnis gilt nicht mehr. Gesendet wird nach dem letzten angenommenen Ereignis weiter.",
  replace: "Ersetzen",
  secret: "Signaturgeheimnis",
  secretOnce:
    "Kopieren Sie es jetzt; es wird nur dieses eine Mal gezeigt. Prüfen Sie damit die Signatur jeder Nachricht.",
  secretKept: "Ich habe es aufbewahrt",
  state: "Stand",
  delivered: "Angenommen",
  deliveredOf: "Ereignis {delivered} von {all}",
  lastDelivery: "Letzte Zustellung",
  never: "noch keine",
  failing: "Die Adresse hat die letzten Nachrichten nicht angenommen ({failures}): {reason}.",
  nextTry: "Nächster Versuch:",
  stop: "Nicht mehr senden",
  stopHint:
    "Ereignisse bleiben im Protokoll. Was bis dahin nicht gesendet wurde, wird später nicht gesendet.",
};
