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
      title: "How we look after customers' data",
      category: "training",
      audience: "team",
      isRequired: true,
      body: `What you see in Wattdesk belongs to our customers.

- Look up **only what the case at hand needs**. Every look at a record can be asked about.
- Tell nobody on the telephone more than they told you first. Ask for name, address and customer number, and compare.
- Never send passwords, links meant for somebody else, or screenshots with other customers in them.
- Something went wrong? Tell an admin the same day. Nobody is blamed for reporting.
`,
    },
    {
      title: "A device is not connected any more",
      category: "procedure",
      audience: "team",
      isRequired: true,
      body: `The manufacturer's cloud no longer lets us in: a changed password, a withdrawn consent, an expired permission.

1. Find the customer by name, address, customer number or serial number under [End-users](/users) or [Devices](/devices).
2. Open the device. **Connection** says since when it is disconnected.
3. Check the comment: has a colleague called already?
4. Ask the customer to log in at the manufacturer's app once. If that works, their account is in order.
5. Write down in the comment what was agreed, with your initials.

Several devices of one manufacturer at once? That is an outage and not your customer: see *When to call for help*.
`,
    },
    {
      title: "When to call for help",
      category: "escalation",
      audience: "team",
      isRequired: false,
      body: `| What you see | Whom to tell | How soon |
| --- | --- | --- |
| Ten or more devices of one manufacturer disconnect within an hour | the admin on duty | at once |
| A customer reports heating that fails in frost | the installer on call, then the admin on duty | at once |
| Somebody asks for another customer's data | an admin | the same hour |
| A wish for a feature | the team's list | when you have time |

Write what you saw, since when, and what you tried already.
`,
    },
    {
      title: "Whom to ask",
      category: "contact",
      audience: "team",
      isRequired: false,
      body: `Put your own names here.

- **Admin on duty**:
- **Installer on call**:
- **Data protection officer**:
- **Device manufacturers' support**:
`,
    },
    {
      title: "Roles, invitations and departures",
      category: "procedure",
      audience: "admins",
      isRequired: true,
      body: `- **Staff by default.** Admin is for managers and for those who look after the organization itself. The reason stays on record.
- Give **temporary access** an end when you invite, not later. It ends automatically.
- A member who leaves is removed **on their last day**; one who is away for long is suspended.
- Look at *Onboarding* on each new member's page: it says what is still open.
- Two admins at least. The last one cannot be removed.
`,
    },
    {
      title: "The API in brief",
      category: "training",
      audience: "admins",
      isRequired: false,
      body: `A utility's own systems talk to Wattdesk as a *server-to-server client*, with the rights of an admin, except billing.

- One set of credentials for each system, named after it. Never share one between two.
- Credentials of the sandbox do not work in production, and the other way round.
- The secret is shown once. Keep it in a secret store; never in code, a ticket or a mail.
- Everything that a client does is in the [audit log](/audit-log?source=api).
`,
    },
  ],
  de: [
    {
      title: "Wie wir mit Kundendaten umgehen",
      category: "training",
      audience: "team",
      isRequired: true,
      body: `Was Sie in Wattdesk sehen, gehört unseren Kundinnen und Kunden.

- Schlagen Sie **nur nach, was der Fall braucht**. Nach jedem Blick auf einen Datensatz kann gefragt werden.
- Sagen Sie am Telefon niemandem mehr, als man Ihnen zuerst gesagt hat. Fragen Sie nach Name, Adresse und Kundennummer, und vergleichen Sie.
- Versenden Sie nie Passwörter, Links für andere oder Bildschirmfotos mit fremden Kundendaten.
- Etwas ging schief? Sagen Sie es noch am selben Tag einem Admin. Wer meldet, wird nicht getadelt.
`,
    },
    {
      title: "Ein Gerät ist nicht mehr verbunden",
      category: "procedure",
      audience: "team",
      isRequired: true,
      body: `Die Cloud des Herstellers lässt uns nicht mehr ein: ein geändertes Passwort, eine zurückgezogene Zustimmung, eine abgelaufene Erlaubnis.

1. Suchen Sie unter [Endkunden](/users) oder [Geräte](/devices) nach Name, Adresse, Kundennummer oder Seriennummer.
2. Öffnen Sie das Gerät. **Verbindung** sagt, seit wann es getrennt ist.
3. Lesen Sie den Kommentar: Hat schon jemand angerufen?
4. Bitten Sie darum, sich einmal in der App des Herstellers anzumelden. Gelingt das, ist das Konto in Ordnung.
5. Schreiben Sie mit Ihrem Kürzel in den Kommentar, was vereinbart ist.

Mehrere Geräte eines Herstellers zugleich? Das ist eine Störung: siehe *Wann Hilfe geholt wird*.
`,
    },
    {
      title: "Wann Hilfe geholt wird",
      category: "escalation",
      audience: "team",
      isRequired: false,
      body: `| Was Sie sehen | Wem Sie es sagen | Wie bald |
| --- | --- | --- |
| Zehn oder mehr Geräte eines Herstellers trennen sich binnen einer Stunde | dem diensthabenden Admin | sofort |
| Eine Heizung fällt bei Frost aus | dem Installateur vom Dienst, dann dem diensthabenden Admin | sofort |
| Jemand fragt nach Daten anderer | einem Admin | in derselben Stunde |
| Ein Wunsch nach einer Funktion | der Liste des Teams | wenn Zeit ist |

Schreiben Sie, was Sie sahen, seit wann, und was Sie schon versucht haben.
`,
    },
    {
      title: "Wen man fragt",
      category: "contact",
      audience: "team",
      isRequired: false,
      body: `Tragen Sie hier Ihre eigenen Namen ein.

- **Diensthabender Admin**:
- **Installateur vom Dienst**:
- **Datenschutzbeauftragte**:
- **Support der Hersteller**:
`,
    },
    {
      title: "Rollen, Einladungen und Abschiede",
      category: "procedure",
      audience: "admins",
      isRequired: true,
      body: `- **Im Zweifel Support.** Admin ist für Leitung und für alle, die sich um die Organisation selbst kümmern. Die Begründung bleibt aufgezeichnet.
- Geben Sie **befristetem Zugang** schon bei der Einladung ein Ende. Er endet von selbst.
- Wer geht, wird **am letzten Tag** entfernt; wer lange fehlt, wird gesperrt.
- Sehen Sie auf der Seite neuer Mitglieder unter *Einarbeitung* nach, was noch offen ist.
- Mindestens zwei Admins. Der letzte lässt sich nicht entfernen.
`,
    },
    {
      title: "Die API in Kürze",
      category: "training",
      audience: "admins",
      isRequired: false,
      body: `Die eigenen Systeme eines Versorgers sprechen mit Wattdesk als *Server-zu-Server-Zugang*, mit den Rechten eines Admins, außer der Abrechnung.

- Ein Zugang je System, nach ihm benannt. Nie einen für zwei.
- Zugänge der Sandbox gelten nicht in der Produktion, und umgekehrt.
- Das Geheimnis wird einmal gezeigt. Es gehört in einen Geheimnisspeicher, nie in Code, Ticket oder Mail.
- Alles, was ein Zugang tut, steht im [Protokoll](/audit-log?source=api).
`,
    },
  ],
};
