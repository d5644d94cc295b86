import "server-only";
import { and, asc, eq, or } from "drizzle-orm";
import { savedViews } from "@/db/schema";
import type { Actor } from "@/lib/core/access/actor";
import { Conflict, Forbidden, Invalid, NotFound, violatedConstraint } from "@/lib/core/errors";
import { readParameters, toQuery } from "@/lib/core/lists/list-address";
import type { preferredLists } from "@/lib/core/lists/list-preference-schema";
import { defineCommand, defineQuery } from "@/lib/define-use-case";
import { ownAccount, personOf } from "@/lib/identity/account/get-own-account";
import { createSavedViewInput, listSavedViewsInput, savedViewReference } from "./saved-view-schema";
import { viewedLists } from "./viewed-lists";

/** Views belong to members of the team: roles that do not see the team have none. */
const byMember = (action: "read" | "update") => (context: { actor: Actor }) => [
  { action: "read" as const, resource: "staff" as const },
  ...ownAccount(action)(context),
];

const maxViews = 30;

const visibleTo = (userId: string, list: (typeof preferredLists)[number]) =>
  and(eq(savedViews.list, list), or(eq(savedViews.isShared, true), eq(savedViews.ownerId, userId)));

/** The viewer's own views of a list and those shared with the team, by name, with their numbers. */
export const listSavedViews = defineQuery({
  name: "listSavedViews",
  input: listSavedViewsInput,
  requires: byMember("read"),
  async run({ actor, input: { list }, transaction }) {
    const { userId } = personOf(actor);
    const rows = await transaction
      .select()
      .from(savedViews)
      .where(visibleTo(userId, list))
      .orderBy(asc(savedViews.name), asc(savedViews.id))
      .limit(maxViews);
    if (rows.length === 0) return [];
    const countOf = await viewedLists[list].createViewCounter(transaction);
    return rows.map(({ id, name, parameters, isShared, ownerId }) => ({
      id,
      name,
      parameters,
      isShared,
      isDeletable: ownerId === userId || (isShared && actor.role === "admin"),
      count: countOf(parameters),
    }));
  },
});

/**
 * Keeps a list with its filters and order under a name.
 * @throws Invalid when the owner has a view of this name, or the list does not take the parameters
 * @throws Conflict `savedViewLimit` when there are as many as are ever shown
 */
export const createSavedView = defineCommand({
  name: "createSavedView",
  input: createSavedViewInput,
  requires: byMember("update"),
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const { cursor, ...parameters } = readParameters(input.parameters);
    if (!viewedLists[input.list].takes(parameters)) throw new Invalid({ parameters: "format" });
    const kept = await transaction
      .select({ id: savedViews.id })
      .from(savedViews)
      .where(visibleTo(userId, input.list))
      .limit(maxViews);
    if (kept.length === maxViews) throw new Conflict("savedViewLimit");
    const [created] = await mapTaken(() =>
      transaction
        .insert(savedViews)
        .values({
          ...input,
          parameters: toQuery(parameters),
          organizationId: actor.organizationId,
          ownerId: userId,
        })
        .returning({
          id: savedViews.id,
          list: savedViews.list,
          parameters: savedViews.parameters,
        }),
    );
    if (!created) throw new Error("The insert returned no row.");
    return {
      result: created,
      audit: [
        {
          action: "saved-view.created",
          target: { type: "saved-view", id: created.id, name: input.name },
          changes: {
            list: { before: null, after: input.list },
            isShared: { before: null, after: input.isShared },
          },
        },
      ],
    };
  },
});

/** Deletes a view: one's own, or as an admin one that is shared. */
export const deleteSavedView = defineCommand({
  name: "deleteSavedView",
  input: savedViewReference,
  requires: byMember("update"),
  async run({ actor, input, transaction }) {
    const { userId } = personOf(actor);
    const [view] = await transaction.select().from(savedViews).where(eq(savedViews.id, input.id));
    if (!view || (!view.isShared && view.ownerId !== userId)) throw new NotFound();
    if (view.ownerId !== userId && actor.role !== "admin") {
      throw new Forbidden("A shared view is deleted by its owner or an admin.");
    }
    await transaction.delete(savedViews).where(eq(savedViews.id, view.id));
    return {
      result: { list: view.list },
      audit: [
        {
          action: "saved-view.deleted",
          target: { type: "saved-view", id: view.id, name: view.name },
        },
      ],
    };
  },
});

async function mapTaken<Result>(write: () => Promise<Result>): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (violatedConstraint(error) === "saved_views_name") {
      throw new Invalid({ name: "savedViewTaken" });
    }
    throw error;
  }
}
