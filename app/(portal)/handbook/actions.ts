"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import { confirmReading } from "@/lib/team/handbook/confirm-reading";
import {
  addStarterEntries,
  createHandbookEntry,
  deleteHandbookEntry,
  updateHandbookEntry,
} from "@/lib/team/handbook/write-handbook-entry";

const showEntry = ({ id }: { id: string }) => redirect(`/handbook/${id}`);
const showHandbook = () => redirect("/handbook");

export const createHandbookEntryAction = formAction(createHandbookEntry, showEntry);

export const updateHandbookEntryAction = formAction(updateHandbookEntry, showEntry);

export const deleteHandbookEntryAction = formAction(deleteHandbookEntry, showHandbook);

export const addStarterEntriesAction = formAction(addStarterEntries, showHandbook);

export const confirmReadingAction = formAction(confirmReading, showEntry);
