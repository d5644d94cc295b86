export const mails = {
  greeting: "Guten Tag {recipientName},",
  linkNote: "Falls die Schaltfläche nicht geht, kopieren Sie diese Adresse in Ihren Browser:",
  footer:
    "Von Wattdesk im Auftrag von {organizationName} gesendet. Bitte antworten Sie nicht auf diese Mail.",
  roles: { admin: "Admin", staff: "Support" },
  invitation: {
    subject: "{inviterName} lädt Sie zu {organizationName} ein",
    body: "{inviterName} hat Sie eingeladen, bei {organizationName} mit Wattdesk in der Rolle {role} zu arbeiten. Wählen Sie ein Passwort und prüfen Sie Ihre Angaben, dann kann es losgehen.",
    button: "Einladung annehmen",
    closing:
      "Der Link gilt einmal, bis {expiresAt}. Haben Sie ihn nicht erwartet, müssen Sie nichts tun.",
  },
  "case-assigned": {
    subject: "Fall #{number} gehört Ihnen: {subject}",
    body: "{deciderName} hat Ihnen den Fall #{number} gegeben: {subject}.",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter Fälle.",
  },
  "case-mention": {
    subject: "{deciderName} hat Sie in Fall #{number} erwähnt",
    body: "{deciderName} möchte, dass Sie den Fall #{number} sehen: {subject}.",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter Fälle.",
  },
  "case-escalated": {
    subject: "An Sie eskaliert: Fall #{number}, {subject}",
    body: "{deciderName} hat den Fall #{number} an Sie weitergegeben: {subject}. Der Grund: {reason}",
    button: "Fall öffnen",
    closing: "Sie finden ihn auch unter Fälle.",
  },
  "case-answer": {
    subject: "{subject} (#{number})",
    body: "{answer}",
    button: "",
    closing: "{deciderName}, {organizationName}",
  },
  reconnection: {
    subject: "Bitte verbinden Sie {deviceName} neu",
    body: "Ihr Gerät {deviceName} ist nicht mehr verbunden: {manufacturer} lässt uns erst wieder heran, wenn Sie sich dort noch einmal anmelden. Bis dahin läuft es nach seinem eigenen Zeitplan und nutzt günstige Stunden nicht. Es dauert etwa zwei Minuten.",
    button: "Neu verbinden",
    closing:
      "Der Link gehört nur Ihnen und gilt bis {expiresAt}. Sie melden sich bei {manufacturer} an; {organizationName} sieht Ihr Passwort dort nie.",
  },
  connection: {
    subject: "Verbinden Sie Ihre Geräte mit {organizationName}",
    body: "Mit diesem Link verbinden Sie Wärmepumpe, Auto, Wechselrichter, Wallbox, Batteriespeicher oder Smart Meter mit {organizationName}. Sie wählen den Hersteller, melden sich dort an und suchen die Geräte aus.",
    button: "Geräte verbinden",
    closing:
      "Der Link gehört nur Ihnen und gilt bis {expiresAt}. {organizationName} sieht Ihr Passwort beim Hersteller nie.",
  },
  "portal-access": {
    subject: "Ihr Zugang zum Portal von {organizationName}",
    body: "{organizationName} hat ein Konto für Sie angelegt. Im Portal sehen Sie Ihre Geräte und verbinden neue. Mit diesem Link legen Sie Ihr Passwort fest.",
    button: "Passwort festlegen",
    closing:
      "Der Link gilt einmal, {days, plural, one {# Tag} other {# Tage}} lang. Danach schickt „Passwort vergessen?“ auf der Anmeldeseite einen neuen.",
  },
  "password-reset": {
    subject: "Neues Passwort für {organizationName}",
    body: "Jemand, hoffentlich Sie, hat ein neues Passwort für Ihr Wattdesk-Konto bei {organizationName} angefordert.",
    button: "Neues Passwort setzen",
    closing:
      "Der Link gilt einmal, {minutes} Minuten lang. Waren Sie es nicht, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.",
  },
  "password-changed": {
    subject: "Ihr Passwort wurde geändert",
    body: "Das Passwort Ihres Wattdesk-Kontos bei {organizationName} wurde soeben geändert; anderswo offene Sitzungen sind beendet.",
    button: "",
    closing:
      "Waren Sie es nicht, setzen Sie sofort über „Passwort vergessen?“ ein neues und sagen Sie einem Admin Ihrer Organisation Bescheid.",
  },
  "role-changed": {
    subject: "Ihre Rolle bei {organizationName} hat sich geändert",
    body: "{deciderName} hat Ihnen die Rolle {role} gegeben, mit dieser Begründung: „{reason}“. Sie gilt bereits.",
    button: "",
    closing: "Kommt das unerwartet, fragen Sie {deciderName}.",
  },
  "role-change-noted": {
    subject: "Sie haben die Rolle von {memberName} geändert",
    body: "Sie haben {memberName} bei {organizationName} die Rolle {role} gegeben, mit dieser Begründung: „{reason}“.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen anderen Admin.",
  },
  "access-end-set": {
    subject: "Ihr Zugang bei {organizationName} hat ein Ende",
    body: "{deciderName} hat ein Ende Ihres Zugangs bei {organizationName} gesetzt: {endsAt}. Die Begründung: „{reason}“.",
    button: "",
    closing:
      "Bis dahin ändert sich für Sie nichts. Brauchen Sie ihn länger, fragen Sie {deciderName}.",
  },
  "access-end-lifted": {
    subject: "Ihr Zugang bei {organizationName} ist dauerhaft",
    body: "{deciderName} hat das Ende Ihres Zugangs bei {organizationName} aufgehoben. Die Begründung: „{reason}“.",
    button: "",
    closing: "Sie müssen nichts tun.",
  },
  "access-ends-soon": {
    subject: "Ihr Zugang bei {organizationName} endet bald",
    body: "Ihr Zugang bei {organizationName} endet am {endsAt}. Offene Sitzungen enden mit dieser Minute.",
    button: "",
    closing: "Geht Ihre Arbeit weiter, bitten Sie rechtzeitig einen Admin um Verlängerung.",
  },
  "member-access-ends-soon": {
    subject: "Der Zugang von {memberName} endet bald",
    body: "Der befristete Zugang von {memberName} bei {organizationName} endet am {endsAt}.",
    button: "",
    closing:
      "Ist das richtig, müssen Sie nichts tun. Verlängern können Sie ihn auf der Seite des Mitglieds.",
  },
  "second-factor-added": {
    subject: "Ihrem Konto wurde ein zweiter Faktor hinzugefügt",
    body: "„{factorName}“ beweist jetzt neben Ihrem Passwort, dass Sie es sind, wenn Sie sich bei {organizationName} in Wattdesk anmelden.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-removed": {
    subject: "Von Ihrem Konto wurde ein zweiter Faktor entfernt",
    body: "„{factorName}“ gehört nicht mehr zu Ihrem Wattdesk-Konto bei {organizationName}.",
    button: "",
    closing:
      "Waren Sie das nicht, ändern Sie sofort Ihr Passwort und informieren Sie einen Admin Ihrer Organisation.",
  },
  "second-factor-reset": {
    subject: "Ihr zweiter Faktor wurde zurückgesetzt",
    body: "{deciderName} hat alle zweiten Faktoren von Ihrem Wattdesk-Konto bei {organizationName} genommen, mit dieser Begründung: „{reason}“. Ihre Sitzungen sind beendet.",
    button: "",
    closing:
      "Melden Sie sich mit Ihrem Passwort an und richten Sie einen neuen ein. Haben Sie nicht darum gebeten, informieren Sie sofort einen anderen Admin.",
  },
  "onboarding-nudge": {
    subject: "Bei {organizationName} sind noch Schritte offen",
    body: "{deciderName} bittet Sie, Ihre Einarbeitung bei {organizationName} abzuschließen: {openSteps, plural, one {Ein Schritt ist} other {# Schritte sind}} noch offen. Ihre Übersicht in Wattdesk zeigt, welche, und führt Sie hin.",
    button: "",
    closing: "Hindert Sie etwas daran, fragen Sie {deciderName}.",
  },
  "review-started": {
    subject: "Zugangsüberprüfung bei {organizationName}",
    body: "Bei {organizationName} hat eine Zugangsüberprüfung begonnen: {members, plural, one {ein Mitglied} other {# Mitglieder}}, bis {dueAt}. Öffnen Sie in Wattdesk Team und dann Zugangsüberprüfungen.",
    button: "",
    closing: "Niemand überprüft sich selbst, es braucht also mindestens zwei von Ihnen.",
  },
  "review-reminder": {
    subject: "Die Zugangsüberprüfung bei {organizationName} ist nicht abgeschlossen",
    body: "Die Zugangsüberprüfung bei {organizationName} ist am {dueAt} fällig, und über einige Mitglieder ist noch nicht entschieden, oder sie ist noch nicht unterschrieben.",
    button: "",
    closing: "Öffnen Sie in Wattdesk Team und dann Zugangsüberprüfungen.",
  },
  "audit-head": {
    subject: "Protokoll von {organizationName}: Ereignis {sequence}",
    body: "Das Protokoll von {organizationName} steht bei Ereignis {sequence}, mit diesem Fingerabdruck: {hash}. Bewahren Sie diese Mail auf: Sie beweist später, dass davor nichts geändert oder abgeschnitten wurde.",
    button: "",
    closing: "Auf der Seite des Protokolls können Sie es jederzeit prüfen lassen.",
  },
  "address-change": {
    subject: "Bestätigen Sie die Änderung Ihrer Adresse",
    body: "Sie möchten, dass {newEmail} die Adresse Ihres Wattdesk-Kontos bei {organizationName} wird. Bestätigen Sie es hier und mit der Nachricht, die an die neue Adresse ging.",
    button: "Änderung bestätigen",
    closing:
      "Der Link gilt einen Tag. Wenn Sie das nicht waren, bestätigen Sie nicht und ändern Sie sofort Ihr Passwort.",
  },
  "address-change-new": {
    subject: "Bestätigen Sie Ihre neue Adresse für {organizationName}",
    body: "{newEmail} soll die Adresse eines Wattdesk-Kontos bei {organizationName} werden. Bestätigen Sie, dass sie Ihnen gehört.",
    button: "Adresse bestätigen",
    closing:
      "Der Link gilt einen Tag. Wenn Sie davon nichts wissen, ist nichts zu tun: Dann ändert sich nichts.",
  },
  "address-changed": {
    subject: "Ihre Adresse hat sich geändert",
    body: "Die Adresse Ihres Wattdesk-Kontos bei {organizationName} ist jetzt {newEmail}. Sie melden sich ab jetzt damit an; Ihre Sitzungen anderswo sind beendet.",
    button: "",
    closing: "Wenn Sie das nicht waren, sagen Sie es sofort einem Admin Ihrer Organisation.",
  },
  "organization-deletion": {
    subject: "{organizationName} wird gelöscht",
    body: "{deciderName} hat verlangt, dass {organizationName} mit allem Inhalt gelöscht wird, und zwar {dueAt}. Bis dahin ändert sich nichts.",
    button: "",
    closing:
      "Wenn das nicht stimmt, kann jeder Admin es unter Einstellungen und dann Daten absagen.",
  },
  "organization-deletion-cancelled": {
    subject: "{organizationName} bleibt",
    body: "{deciderName} hat die Löschung von {organizationName} abgesagt.",
    button: "",
    closing: "Sie müssen nichts tun.",
  },
  "security-finding": {
    subject: "Verdächtig bei {organizationName}: {subjectName}",
    body: "Wattdesk ist bei {organizationName} aufgefallen: {kind, select, failed_logins {viele fehlgeschlagene Anmeldungen} password_spraying {fehlgeschlagene Anmeldungen an vielen Konten} new_device {eine Anmeldung von einem neuen Gerät} mass_export {viele Exporte} mass_deletion {viele Löschungen} revoked_credential {Verwendung eines widerrufenen API-Zugangs} simultaneous_use {Verwendung aus zwei Netzen zugleich} other {-}}, {subjectName}. Die Belege stehen unter Einstellungen und dann Sicherheit. Dort können Sie quittieren oder handeln.",
    button: "",
    closing: "Diese Nachricht kommt einmal; Weiteres wird dort ergänzt.",
  },
  "invoice-issued": {
    subject: "Rechnung {number} für {organizationName}",
    body: "Die Rechnung {number} für die Geräte von {organizationName} ist da: {amountCents}, fällig {dueAt}. Sie finden sie mit ihrem PDF unter Einstellungen und dann Abrechnung.",
    button: "",
    closing: "Vielen Dank.",
  },
  "invoice-reminder": {
    subject: "Erinnerung: Rechnung {number} ist offen",
    body: "Die Rechnung {number} von {organizationName} über {amountCents} war {dueAt} fällig, und wir haben noch keine Zahlung gesehen.",
    button: "",
    closing: "Wenn Sie in den letzten Tagen bezahlt haben, ist nichts zu tun.",
  },
  "invoice-last-notice": {
    subject: "Letzte Mahnung: Rechnung {number} ist überfällig",
    body: "Die Rechnung {number} von {organizationName} über {amountCents} war {dueAt} fällig und ist nach zwei Erinnerungen noch offen. Bitte bezahlen Sie sie binnen sieben Tagen.",
    button: "",
    closing: "Wenn an der Rechnung etwas nicht stimmt, sagen Sie es uns bitte jetzt.",
  },
  "invoice-paid": {
    subject: "Rechnung {number} ist bezahlt",
    body: "Wir haben {amountCents} für die Rechnung {number} von {organizationName} erhalten.",
    button: "",
    closing: "Vielen Dank.",
  },
  "member-access-ended": {
    subject: "Der Zugang von {memberName} ist beendet",
    body: "Der befristete Zugang von {memberName} bei {organizationName} ist wie vorgesehen beendet, offene Sitzungen eingeschlossen.",
    button: "",
    closing: "Auf der Seite des Mitglieds können Sie ihn verlängern oder das Mitglied entfernen.",
  },
};
