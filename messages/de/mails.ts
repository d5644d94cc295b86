export const mails = {
  greeting: "Guten Tag {recipientName},",
  linkNote: "Falls der Button nicht funktioniert, kopieren Sie diesen Link in Ihren Browser:",
  footer:
    "Gesendet von Wattdesk im Auftrag von {organizationName}. Bitte antworten Sie nicht auf diese E-Mail.",
  footerWithReply:
    "Gesendet von Wattdesk im Auftrag von {organizationName}. Sie können auf diese E-Mail antworten.",
  roles: { admin: "Admin", staff: "Support" },
  invitation: {
    subject: "{inviterName} hat Sie zu {organizationName} eingeladen",
    body: "{inviterName} hat Sie als {role} zu {organizationName} in Wattdesk eingeladen. Legen Sie ein Passwort fest, um zu beginnen.",
    button: "Einladung annehmen",
    closing:
      "Der Link ist einmal verwendbar und gültig bis {expiresAt}. Falls Sie die Einladung nicht erwartet haben, können Sie diese E-Mail ignorieren.",
  },
  "case-assigned": {
    subject: "Fall #{number} wurde Ihnen zugewiesen: {subject}",
    body: "{deciderName} hat Ihnen Fall #{number} zugewiesen: {subject}.",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter „Fälle“.",
  },
  "case-mention": {
    subject: "{deciderName} hat Sie in Fall #{number} erwähnt",
    body: "{deciderName} hat Sie in Fall #{number} erwähnt: {subject}.",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter „Fälle“.",
  },
  "case-escalated": {
    subject: "Fall #{number} wurde an Sie eskaliert: {subject}",
    body: "{deciderName} hat Fall #{number} an Sie eskaliert: {subject}. Begründung: {reason}",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter „Fälle“.",
  },
  "case-answer": {
    subject: "{subject} (#{number})",
    body: "{answer}",
    button: "",
    closing: "{deciderName}, {organizationName}",
  },
  reconnection: {
    subject: "Bitte verbinden Sie {deviceName} erneut",
    body: "Ihr Gerät {deviceName} ist nicht mehr verbunden, weil {manufacturer} eine neue Anmeldung verlangt. Bis dahin läuft es nach seinem eigenen Zeitplan und wird nicht optimiert. Das Verbinden dauert etwa zwei Minuten.",
    button: "Erneut verbinden",
    closing:
      "Dieser Link ist persönlich und gültig bis {expiresAt}. Sie melden sich direkt bei {manufacturer} an, {organizationName} sieht Ihr Passwort nicht.",
  },
  connection: {
    subject: "Verbinden Sie Ihre Geräte mit {organizationName}",
    body: "Verbinden Sie Wärmepumpe, Elektroauto, Wechselrichter, Wallbox, Batterie oder Smart Meter mit {organizationName}. Wählen Sie den Hersteller, melden Sie sich dort an und wählen Sie Ihre Geräte aus.",
    button: "Geräte verbinden",
    closing:
      "Dieser Link ist persönlich und gültig bis {expiresAt}. {organizationName} sieht Ihr Passwort beim Hersteller nicht.",
  },
  "portal-access": {
    subject: "Ihr Zugang zum Portal von {organizationName}",
    body: "{organizationName} hat ein Konto für Sie angelegt. Legen Sie ein Passwort fest, um Ihre Geräte zu sehen und neue zu verbinden.",
    button: "Passwort festlegen",
    closing:
      "Der Link ist einmal verwendbar und {days, plural, one {# Tag} other {# Tage}} gültig. Danach hilft „Passwort vergessen?“ auf der Anmeldeseite.",
  },
  "password-reset": {
    subject: "Passwort für {organizationName} zurücksetzen",
    body: "Für Ihr Wattdesk-Konto bei {organizationName} wurde ein neues Passwort angefordert.",
    button: "Neues Passwort festlegen",
    closing:
      "Der Link ist einmal verwendbar und {minutes} Minuten gültig. Falls Sie das nicht angefordert haben, können Sie diese E-Mail ignorieren. Ihr Passwort bleibt unverändert.",
  },
  "password-changed": {
    subject: "Ihr Passwort wurde geändert",
    body: "Das Passwort Ihres Wattdesk-Kontos bei {organizationName} wurde geändert. Auf allen anderen Geräten wurden Sie abgemeldet.",
    button: "",
    closing:
      "Falls Sie das nicht waren, setzen Sie Ihr Passwort sofort über „Passwort vergessen?“ auf der Anmeldeseite zurück und informieren Sie einen Admin Ihrer Organisation.",
  },
  "role-changed": {
    subject: "Ihre Rolle bei {organizationName} wurde geändert",
    body: "{deciderName} hat Ihre Rolle geändert: {role}. Die Änderung gilt sofort. Begründung: „{reason}“",
    button: "",
    closing: "Bei Fragen wenden Sie sich an {deciderName}.",
  },
  "role-change-noted": {
    subject: "Sie haben die Rolle von {memberName} geändert",
    body: "Sie haben die Rolle von {memberName} bei {organizationName} geändert: {role}. Begründung: „{reason}“",
    button: "",
    closing:
      "Falls Sie das nicht waren, ändern Sie sofort Ihr Passwort und informieren Sie einen anderen Admin.",
  },
  "access-end-set": {
    subject: "Ihr Zugang zu {organizationName} ist jetzt befristet",
    body: "{deciderName} hat Ihren Zugang zu {organizationName} befristet bis {endsAt}. Begründung: „{reason}“",
    button: "",
    closing:
      "Bis dahin ändert sich nichts. Falls Sie den Zugang länger brauchen, wenden Sie sich an {deciderName}.",
  },
  "access-end-lifted": {
    subject: "Ihr Zugang zu {organizationName} ist jetzt unbefristet",
    body: "{deciderName} hat die Befristung Ihres Zugangs zu {organizationName} aufgehoben. Begründung: „{reason}“",
    button: "",
    closing: "Sie müssen nichts tun.",
  },
  "access-ends-soon": {
    subject: "Ihr Zugang zu {organizationName} läuft bald ab",
    body: "Ihr Zugang zu {organizationName} läuft ab am {endsAt}. Sie werden dann abgemeldet.",
    button: "",
    closing:
      "Falls Sie den Zugang weiterhin brauchen, bitten Sie vorher einen Admin um Verlängerung.",
  },
  "member-access-ends-soon": {
    subject: "Zugang von {memberName} läuft bald ab",
    body: "Der befristete Zugang von {memberName} zu {organizationName} läuft ab am {endsAt}.",
    button: "",
    closing:
      "Verlängern können Sie ihn in Wattdesk auf der Seite des Mitglieds. Andernfalls müssen Sie nichts tun.",
  },
  "second-factor-added": {
    subject: "Ihrem Konto wurde ein zweiter Faktor hinzugefügt",
    body: "„{factorName}“ wurde Ihrem Wattdesk-Konto bei {organizationName} als zweiter Schritt bei der Anmeldung hinzugefügt.",
    button: "",
    closing:
      "Falls Sie das nicht waren, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-removed": {
    subject: "Von Ihrem Konto wurde ein zweiter Faktor entfernt",
    body: "„{factorName}“ wurde von Ihrem Wattdesk-Konto bei {organizationName} entfernt.",
    button: "",
    closing:
      "Falls Sie das nicht waren, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-reset": {
    subject: "Ihre Zwei-Faktor-Authentifizierung wurde zurückgesetzt",
    body: "{deciderName} hat alle zweiten Faktoren von Ihrem Wattdesk-Konto bei {organizationName} entfernt. Sie wurden abgemeldet. Begründung: „{reason}“",
    button: "",
    closing:
      "Melden Sie sich mit Ihrem Passwort an und richten Sie die Zwei-Faktor-Authentifizierung neu ein. Falls Sie nicht darum gebeten haben, informieren Sie sofort einen anderen Admin.",
  },
  "onboarding-nudge": {
    subject: "Bitte schließen Sie Ihr Onboarding bei {organizationName} ab",
    body: "{deciderName} bittet Sie, Ihr Onboarding bei {organizationName} abzuschließen. In Ihrer Übersicht in Wattdesk {openSteps, plural, one {ist noch 1 Schritt} other {sind noch # Schritte}} offen.",
    button: "",
    closing: "Bei Fragen wenden Sie sich an {deciderName}.",
  },
  "review-started": {
    subject: "Zugriffsüberprüfung bei {organizationName} gestartet",
    body: "Prüfen Sie die Zugriffe von {members, plural, one {1 Mitglied} other {# Mitgliedern}} bei {organizationName} bis {dueAt}. Öffnen Sie in Wattdesk „Team“ → „Zugriffsüberprüfungen“.",
    button: "",
    closing: "Den eigenen Zugriff kann niemand prüfen, daher sind mindestens zwei Admins nötig.",
  },
  "review-reminder": {
    subject: "Erinnerung: Zugriffsüberprüfung bei {organizationName}",
    body: "Die Zugriffsüberprüfung bei {organizationName} ist fällig am {dueAt} und noch nicht abgeschlossen.",
    button: "",
    closing: "Öffnen Sie in Wattdesk „Team“ → „Zugriffsüberprüfungen“.",
  },
  "audit-head": {
    subject: "Prüfpunkt im Audit-Log von {organizationName}: Ereignis {sequence}",
    body: "Das Audit-Log von {organizationName} umfasst alle Ereignisse bis {sequence}. Fingerabdruck: {hash}. Bewahren Sie diese E-Mail als Nachweis auf, dass bis dahin nichts geändert oder entfernt wurde.",
    button: "",
    closing: "Prüfen können Sie das Log in Wattdesk unter „Audit-Log“ → „Prüfen“.",
  },
  "address-change": {
    subject: "Bestätigen Sie Ihre neue E-Mail-Adresse",
    body: "Sie möchten die E-Mail-Adresse Ihres Wattdesk-Kontos bei {organizationName} auf {newEmail} ändern. Bestätigen Sie das hier und in der E-Mail an die neue Adresse.",
    button: "Änderung bestätigen",
    closing:
      "Der Link ist 24 Stunden gültig. Falls Sie das nicht waren, bestätigen Sie nicht und ändern Sie sofort Ihr Passwort.",
  },
  "address-change-new": {
    subject: "Bestätigen Sie Ihre E-Mail-Adresse für {organizationName}",
    body: "{newEmail} soll die E-Mail-Adresse eines Wattdesk-Kontos bei {organizationName} werden. Bestätigen Sie, dass sie Ihnen gehört.",
    button: "E-Mail-Adresse bestätigen",
    closing:
      "Der Link ist 24 Stunden gültig. Falls Sie davon nichts wissen, können Sie diese E-Mail ignorieren.",
  },
  "address-changed": {
    subject: "Ihre E-Mail-Adresse wurde geändert",
    body: "Die E-Mail-Adresse Ihres Wattdesk-Kontos bei {organizationName} ist jetzt {newEmail}. Melden Sie sich ab sofort damit an. Auf allen anderen Geräten wurden Sie abgemeldet.",
    button: "",
    closing: "Falls Sie das nicht waren, informieren Sie sofort einen Admin Ihrer Organisation.",
  },
  "organization-deletion": {
    subject: "{organizationName} wird gelöscht",
    body: "{deciderName} hat die Löschung von {organizationName} mit allen Daten angefordert. Gelöscht wird am {dueAt}. Bis dahin ändert sich nichts.",
    button: "",
    closing: "Jeder Admin kann die Löschung unter „Einstellungen“ → „Daten“ abbrechen.",
  },
  "organization-deletion-cancelled": {
    subject: "Löschung von {organizationName} abgebrochen",
    body: "{deciderName} hat die Löschung von {organizationName} abgebrochen.",
    button: "",
    closing: "Sie müssen nichts tun.",
  },
  "security-finding": {
    subject: "Sicherheitswarnung bei {organizationName}: {subjectName}",
    body: "Verdächtige Aktivität bei {organizationName}: {kind, select, failed_logins {wiederholt fehlgeschlagene Anmeldungen} password_spraying {Password-Spraying von einer IP-Adresse} new_device {Anmeldung von einem neuen Gerät} mass_export {ungewöhnlich viele Exporte} mass_deletion {ungewöhnlich viele Löschungen} revoked_credential {Verwendung eines gesperrten API-Clients} simultaneous_use {gleichzeitige Nutzung aus zwei Netzen} other {-}} ({subjectName}). Prüfen Sie die Warnung unter „Einstellungen“ → „Sicherheit“.",
    button: "",
    closing: "Sie erhalten eine E-Mail pro Warnung. Weitere Aktivität wird dort ergänzt.",
  },
  "invoice-issued": {
    subject: "Rechnung {number} für {organizationName}",
    body: "Die Rechnung {number} für {organizationName} ist verfügbar. Betrag: {amountCents}, fällig am {dueAt}. Das PDF finden Sie unter „Einstellungen“ → „Abrechnung“.",
    button: "",
    closing: "Vielen Dank.",
  },
  "invoice-reminder": {
    subject: "Zahlungserinnerung: Rechnung {number}",
    body: "Die Rechnung {number} von {organizationName} über {amountCents} war am {dueAt} fällig. Wir haben noch keine Zahlung erhalten.",
    button: "",
    closing: "Falls Sie in den letzten Tagen bezahlt haben, können Sie diese E-Mail ignorieren.",
  },
  "invoice-last-notice": {
    subject: "Letzte Mahnung: Rechnung {number} ist überfällig",
    body: "Die Rechnung {number} von {organizationName} über {amountCents} war am {dueAt} fällig und ist nach zwei Erinnerungen noch offen. Bitte bezahlen Sie sie innerhalb von 7 Tagen.",
    button: "",
    closing: "Bei Fragen zur Rechnung kontaktieren Sie uns bitte umgehend.",
  },
  "invoice-paid": {
    subject: "Zahlung für Rechnung {number} erhalten",
    body: "Wir haben {amountCents} für die Rechnung {number} von {organizationName} erhalten.",
    button: "",
    closing: "Vielen Dank.",
  },
  "member-access-ended": {
    subject: "Zugang von {memberName} ist abgelaufen",
    body: "Der befristete Zugang von {memberName} zu {organizationName} ist abgelaufen. Alle offenen Sitzungen wurden beendet.",
    button: "",
    closing:
      "Verlängern oder das Mitglied entfernen können Sie in Wattdesk auf der Seite des Mitglieds.",
  },
};
