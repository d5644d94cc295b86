/** The unit that a measure is in, by how its name ends. */
export function unitOfMeasure(measure: string): "W" | "%" | "°C" {
  if (measure.endsWith("W")) return "W";
  return measure.endsWith("Percent") ? "%" : "°C";
}
