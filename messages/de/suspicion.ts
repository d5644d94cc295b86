export const security = {
  title: "Sicherheit",
  description: "Verdächtige Aktivitäten. Admins werden über jede Warnung per E-Mail informiert.",
  search: "Nach Namen suchen",
  none: "Keine verdächtigen Aktivitäten",
  noneHint: "Wird jede Minute geprüft. Admins werden über Warnungen per E-Mail informiert.",
  kind: "Ereignis",
  kinds: {
    failed_logins: "Wiederholt fehlgeschlagene Anmeldungen",
    password_spraying: "Password-Spraying von einer IP-Adresse",
    new_device: "Anmeldung von neuem Gerät",
    mass_export: "Ungewöhnlich viele Exporte",
    mass_deletion: "Ungewöhnlich viele Löschungen",
    revoked_credential: "Gesperrter API-Client verwendet",
    simultaneous_use: "Gleichzeitige Nutzung aus zwei Netzen",
  },
  explanations: {
    failed_logins:
      "5 oder mehr fehlgeschlagene Anmeldungen an diesem Konto innerhalb von 10 Minuten. Möglicherweise versucht jemand, das Passwort zu erraten. War danach eine Anmeldung erfolgreich, beenden Sie die Sitzungen und kontaktieren Sie die Person. Weitere Versuche werden automatisch verzögert.",
    password_spraying:
      "Fehlgeschlagene Anmeldungen an 10 oder mehr Konten von einer IP-Adresse innerhalb einer Stunde. Möglicherweise probiert jemand ein gängiges Passwort bei vielen Konten. War eine Anmeldung erfolgreich, beenden Sie die Sitzungen dieser Person und lassen Sie das Passwort ändern. Ein Büro mit gemeinsamer IP-Adresse kann das nach einer Passwortänderung auslösen.",
    new_device:
      "Ein Teammitglied hat sich mit einem Browser angemeldet, der in den letzten 90 Tagen nicht verwendet wurde. Meist ist es ein neuer Computer. Fragen Sie im Zweifel nach.",
    mass_export:
      "4 oder mehr Exporte einer Person innerhalb einer Stunde. Fragen Sie nach dem Grund. Gibt es keinen plausiblen, sperren Sie das Mitglied.",
    mass_deletion:
      "20 oder mehr Löschungen einer Person innerhalb einer Stunde. Waren sie nicht beabsichtigt, sperren Sie das Mitglied und prüfen Sie das Audit-Log.",
    revoked_credential:
      "Ein System hat ein richtiges, aber widerrufenes oder abgelaufenes Secret verwendet oder von einer nicht erlaubten IP-Adresse zugegriffen. Der Aufruf wurde abgewiesen. Prüfen Sie, ob eines Ihrer Systeme veraltete Zugangsdaten verwendet oder das Secret in falsche Hände geraten ist.",
    simultaneous_use:
      "Zwei Sitzungen dieser Person wurden innerhalb von 2 Minuten aus verschiedenen Netzen verwendet. Das kann ein Telefon im Mobilfunknetz neben einem Computer sein oder eine gestohlene Sitzung.",
  },
  subject: "Konto",
  occurrences: "Anzahl",
  first: "Erstmals",
  last: "Zuletzt",
  state: "Status",
  states: { open: "Offen", acknowledged: "Bestätigt" },
  evidence: "Nachweise",
  evidenceHint: "Letzte {count} von {total}",
  act: "Nächste Schritte",
  openSubject: "Konto anzeigen",
  openClient: "API-Client anzeigen",
  openLog: "Im Audit-Log anzeigen",
  acknowledge: "Bestätigen",
  acknowledgeHint: "Markiert die Warnung als geprüft. Neue Aktivität löst eine neue Warnung aus.",
  note: "Ergebnis",
  acknowledgedBy: "Bestätigt von {name}",
};
