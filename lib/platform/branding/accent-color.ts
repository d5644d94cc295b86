/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(color.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of a colour, as `#rrggbb`, with white: 1 to 21. */
export function contrastWithWhite(color: string): number {
  return 1.05 / (luminance(color) + 0.05);
}

/** What a colour needs so that white text on it, and it on a light tint of itself, can be read. */
export const minContrast = 5.5;

/** The style sheet that puts an organization's colour in place of ours, in light and in dark. */
export function accentStyle(color: string): string {
  const mix = (share: number, other: string) => `color-mix(in oklab, ${color} ${share}%, ${other})`;
  const values = {
    "--accent-light": color,
    "--accent-dark": mix(45, "white"),
    "--accent-strong-light": mix(85, "black"),
    "--accent-strong-dark": mix(30, "white"),
    "--accent-soft-light": mix(10, "white"),
    "--accent-soft-dark": mix(25, "#0d1115"),
  };
  const lines = Object.entries(values).map(([name, value]) => `${name}: ${value};`);
  return `:root { ${lines.join(" ")} }\n`;
}
