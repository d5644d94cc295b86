import { v7 as uuidv7 } from "uuid";
import {
  apiClients,
  buildings,
  devices,
  endUserTags,
  energyContracts,
  handbookReadings,
  invitations,
  listPreferences,
  recoveryCodes,
  roleAssignments,
  sessions,
  tags,
} from "../../db/schema";
import { createTenantToken } from "../../lib/identity/auth/tenant-token";
import type { TestOrganization, TestPerson } from "../organization";
import type { Tables } from "../use-case-examples/kinds";
import { addPersonalTokenOf } from "./api";
import { addConnectLink, addManufacturerAccount } from "./connections";
import { addNoteTo, addSavedView, addScheduledMove } from "./customers";
import { addCase, addDiagnosis, addSupportView } from "./support";
import {
  addAccessReview,
  addAddressChange,
  addDeparture,
  addHandbookEntry,
  addPasskeyTo,
  queueSomeMail,
  reason,
  resetLink,
} from "./team";

type AddOwned = (owned: TestOrganization, tables: Tables, person: TestPerson) => Promise<unknown>;

const expiresAt = () => new Date(Date.now() + 3_600_000);

/**
 * For each foreign key to `users`, as `table.column`, what makes a row that refers to the person. The organization
 * that each gets has the person in every role.
 */
const recordsOfPerson: Record<string, AddOwned> = {
  "access_review_items.member_id": (owned, tables) => addAccessReview(owned, tables),
  "address_changes.user_id": (owned, tables) => addAddressChange(owned, tables),
  "api_clients.owner_id": (owned, tables, { id }) =>
    tables.insert(apiClients).values({
      organizationId: owned.id,
      name: "Data warehouse",
      scopes: ["devices:read"],
      ownerId: id,
    }),
  "buildings.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(buildings).values({ organizationId, userId, name: "Second home" }),
  "cases.user_id": (owned, tables) => addCase(owned, tables, { number: 1 }),
  "cases.assignee_id": (owned, tables, { id }) =>
    addCase(owned, tables, { number: 2, assigneeId: id }),
  "connect_links.user_id": (owned, tables) => addConnectLink(owned, tables),
  "departures.user_id": (owned, tables) => addDeparture(owned, tables),
  "devices.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(devices).values({
      organizationId,
      userId,
      kind: "heat_pump",
      manufacturer: "Nibe",
      model: "S2125-8",
      lifecycleState: "authenticated",
      currentStateLastUpdatedAt: new Date(),
    }),
  "diagnoses.user_id": (owned, tables) => addDiagnosis(owned, tables),
  "end_user_tags.user_id": async ({ id: organizationId }, tables, { id: userId }) => {
    const tagId = uuidv7();
    await tables.insert(tags).values({ organizationId, id: tagId, name: `Tag ${tagId}` });
    await tables.insert(endUserTags).values({ organizationId, tagId, userId });
  },
  "energy_contracts.user_id": (owned, tables, { id: userId }) =>
    tables.insert(energyContracts).values({
      organizationId: owned.id,
      userId,
      buildingId: owned.buildingId,
      supplier: "Alpenstrom",
    }),
  "handbook_readings.user_id": async (owned, tables, { id: userId }) => {
    const entryId = await addHandbookEntry(owned, tables);
    await tables
      .insert(handbookReadings)
      .values({ organizationId: owned.id, userId, entryId, revision: 1 });
  },
  "invitations.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(invitations).values({
      organizationId,
      userId,
      tokenHash: createTenantToken(organizationId).tokenHash,
      expiresAt: expiresAt(),
    }),
  "list_preferences.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables
      .insert(listPreferences)
      .values({ organizationId, userId, list: "device", columns: [], density: "compact" }),
  "manufacturer_accounts.user_id": (owned, tables) => addManufacturerAccount(owned, tables),
  "notes.user_id": (owned, tables, { id }) => addNoteTo(owned, tables, id),
  "outgoing_mails.user_id": (owned, tables) => queueSomeMail(owned, tables),
  "password_resets.user_id": (owned, tables) => resetLink(owned, tables),
  "personal_tokens.user_id": (_owned, tables, person) => addPersonalTokenOf(person, tables),
  "recovery_codes.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(recoveryCodes).values({ organizationId, userId, codeHash: Buffer.from("hash") }),
  "role_assignments.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(roleAssignments).values({ organizationId, userId, role: "staff", reason }),
  "saved_views.owner_id": (owned, tables, { id }) => addSavedView(owned, tables, id),
  "scheduled_moves.user_id": (owned, tables, { id: userId }) =>
    addScheduledMove(owned, tables, { userId, firstDay: "2999-01-01" }),
  "second_factors.user_id": (_owned, tables, person) => addPasskeyTo(person, tables),
  "sessions.user_id": ({ id: organizationId }, tables, { id: userId }) =>
    tables.insert(sessions).values({ organizationId, userId, expiresAt: expiresAt() }),
  "support_views.user_id": (owned, tables) => addSupportView(owned, tables),
  "support_views.member_id": (owned, tables, member) => addSupportView(owned, tables, { member }),
};

export const ownedColumns = Object.keys(recordsOfPerson);

/** Makes a row for each foreign key to `users` that refers to the person. */
export async function giveOneOfEverything(
  organization: TestOrganization,
  tables: Tables,
  person: TestPerson,
): Promise<void> {
  const owned = { ...organization, admin: person, staff: person, endUser: person };
  for (const add of Object.values(recordsOfPerson)) await add(owned, tables, person);
}
