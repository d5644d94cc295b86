"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/app/_server/form-action";
import {
  createBuilding,
  deleteBuilding,
  updateBuilding,
} from "@/lib/customers/buildings/write-building";
import { moveBuilding } from "@/lib/devices/moves/move-building";
import { cancelMove } from "@/lib/devices/moves/scheduled-moves";

const showBuilding = ({ id }: { id: string }) => redirect(`/buildings/${id}`);

export const createBuildingAction = formAction(createBuilding, showBuilding);

export const updateBuildingAction = formAction(updateBuilding, showBuilding);

export const moveBuildingAction = formAction(moveBuilding, showBuilding);

export const cancelMoveAction = formAction(cancelMove, showBuilding);

export const deleteBuildingAction = formAction(deleteBuilding, ({ userId }) =>
  redirect(`/users/${userId}`),
);
