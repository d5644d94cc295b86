type StarterEntry = {
  title: string;
  body: string;
  category: "procedure" | "escalation" | "contact" | "training";
  audience: "team" | "admins";
  isRequired: boolean;
};

/** What an organization's handbook starts with, in each language. */
export const starterEntries: Record<"en" | "de", StarterEntry[]> = {
  en: [
    {
      title: "How we handle customer data",
      category: "training",
      audience: "team",
      isRequired: true,
      body: `What you see in Wattdesk belongs to our customers.

- Only open **what you need for the case at hand**. Access to customer records may be reviewed.
- Verify callers before you share any data: ask for name, address and customer number, and compare.
- Never send passwords, links meant for other people, or screenshots that show other customers.
- Report mistakes to an admin the same day. Nobody is blamed for reporting.
`,
    },
    {
      title: "Device disconnected",
      category: "procedure",
      audience: "team",
      isRequired: true,
      body: `The manufacturer's cloud no longer accepts our access, for example after a changed password, a withdrawn consent or an expired authorisation.

1. Find the customer under [Customers](/users) or the device under [Devices](/devices): search by name, address, customer number or serial number.
2. Open the device. The **connection status** shows since when it has been disconnected.
3. Read the comment. A colleague may already be working on it.
4. Send the customer a reconnection link. They log in to the manufacturer again, which takes about two minutes.
5. Note in the comment what you agreed, with your initials.

Are several devices of one manufacturer affected at once? Then it's an outage: see *When to escalate*.
`,
    },
    {
      title: "When to escalate",
      category: "escalation",
      audience: "team",
      isRequired: false,
      body: `| Situation | Contact | Response time |
| --- | --- | --- |
| Ten or more devices of one manufacturer disconnect within an hour | Admin on duty | Immediately |
| A customer's heating fails in freezing weather | Installer on call, then admin on duty | Immediately |
| Someone asks for another customer's data | Any admin | Within an hour |
| Feature request | Team backlog | When you have time |

Describe what happened, since when, and what you have already tried.
`,
    },
    {
      title: "Contacts",
      category: "contact",
      audience: "team",
      isRequired: false,
      body: `Add your own contacts here.

- **Admin on duty**:
- **Installer on call**:
- **Data protection officer**:
- **Manufacturer support**:
`,
    },
    {
      title: "Roles, invitations and offboarding",
      category: "procedure",
      audience: "admins",
      isRequired: true,
      body: `- **Use Staff by default.** Admin is for people who manage the team and the settings. The reason is recorded in the audit log.
- Set an expiry date for **temporary access** when you invite. Access then ends automatically.
- Remove members **on their last day**. Suspend them during a longer absence.
- Check *Onboarding* on each new member's page to see which steps are still open.
- Keep at least two admins. The last admin can't be removed.
`,
    },
    {
      title: "API basics",
      category: "training",
      audience: "admins",
      isRequired: false,
      body: `Your systems use Wattdesk through an *API client* (server-to-server), with the rights of an admin except for billing.

- Create one API client per system and name it after the system. Never share one between systems.
- API clients of the sandbox don't work in production, and vice versa.
- The client secret is shown only once. Keep it in a secret store, never in code, tickets or emails.
- All actions of API clients are in the [audit log](/audit-log?source=api).
`,
    },
  ],
  de: [
    {
      title: "Umgang mit Kundendaten",
      category: "training",
      audience: "team",
      isRequired: true,
      body: `Was Sie in Wattdesk sehen, gehört unseren Kundinnen und Kunden.

- Rufen Sie **nur ab, was Sie für den jeweiligen Fall brauchen**. Zugriffe auf Kundendaten können überprüft werden.
- Prüfen Sie am Telefon die Identität, bevor Sie Auskunft geben: Fragen Sie nach Name, Adresse und Kundennummer und vergleichen Sie.
- Versenden Sie nie Passwörter, Links für andere Personen oder Screenshots mit fremden Kundendaten.
- Melden Sie Fehler noch am selben Tag einem Admin. Niemand wird für eine Meldung getadelt.
`,
    },
    {
      title: "Gerät getrennt",
      category: "procedure",
      audience: "team",
      isRequired: true,
      body: `Die Cloud des Herstellers akzeptiert unseren Zugriff nicht mehr, etwa nach einem geänderten Passwort, einer widerrufenen Zustimmung oder einer abgelaufenen Autorisierung.

1. Suchen Sie unter [Kunden](/users) oder [Geräte](/devices) nach Name, Adresse, Kundennummer oder Seriennummer.
2. Öffnen Sie das Gerät. Der **Verbindungsstatus** zeigt, seit wann es getrennt ist.
3. Lesen Sie den Kommentar. Vielleicht kümmert sich schon jemand darum.
4. Senden Sie einen Verbindungslink. Der Kunde meldet sich damit erneut beim Hersteller an, das dauert etwa zwei Minuten.
5. Notieren Sie im Kommentar mit Ihrem Kürzel, was vereinbart wurde.

Sind mehrere Geräte eines Herstellers gleichzeitig betroffen? Dann ist es eine Störung: siehe *Wann eskalieren?*
`,
    },
    {
      title: "Wann eskalieren?",
      category: "escalation",
      audience: "team",
      isRequired: false,
      body: `| Situation | Kontakt | Reaktionszeit |
| --- | --- | --- |
| Zehn oder mehr Geräte eines Herstellers trennen sich innerhalb einer Stunde | Diensthabender Admin | Sofort |
| Eine Heizung fällt bei Frost aus | Installateur-Notdienst, dann diensthabender Admin | Sofort |
| Jemand fragt nach Daten anderer Kunden | Admin | Innerhalb einer Stunde |
| Funktionswunsch | Wunschliste des Teams | Bei Gelegenheit |

Beschreiben Sie, was passiert ist, seit wann und was Sie schon versucht haben.
`,
    },
    {
      title: "Ansprechpartner",
      category: "contact",
      audience: "team",
      isRequired: false,
      body: `Ergänzen Sie hier Ihre eigenen Kontakte.

- **Diensthabender Admin**:
- **Installateur-Notdienst**:
- **Datenschutzbeauftragte**:
- **Support der Hersteller**:
`,
    },
    {
      title: "Rollen, Einladungen und Offboarding",
      category: "procedure",
      audience: "admins",
      isRequired: true,
      body: `- **Im Zweifel Support.** Admin ist für Personen, die Team und Einstellungen verwalten. Die Begründung wird im Audit-Log gespeichert.
- Geben Sie bei **befristetem Zugang** schon in der Einladung an, wann er abläuft. Er endet dann automatisch.
- Entfernen Sie Mitglieder **am letzten Arbeitstag**. Sperren Sie sie bei längerer Abwesenheit.
- Auf der Seite neuer Mitglieder sehen Sie unter *Onboarding*, welche Schritte noch offen sind.
- Mindestens zwei Admins. Der letzte lässt sich nicht entfernen.
`,
    },
    {
      title: "API-Grundlagen",
      category: "training",
      audience: "admins",
      isRequired: false,
      body: `Ihre eigenen Systeme nutzen Wattdesk über einen *API-Client* (Server-zu-Server), mit den Rechten eines Admins außer der Abrechnung.

- Legen Sie für jedes System einen eigenen API-Client an und benennen Sie ihn danach.
- API-Clients der Sandbox gelten nicht in der Produktion, und umgekehrt.
- Das Client Secret wird nur einmal angezeigt. Es gehört in einen Secret Store, nie in Code, Tickets oder E-Mails.
- Alle Aktionen von API-Clients stehen im [Audit-Log](/audit-log?source=api).
`,
    },
  ],
};
