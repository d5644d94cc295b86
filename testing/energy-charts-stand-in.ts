import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

type Answer = { status?: number; body?: string; hangs?: boolean };

/** A server in place of Energy-Charts, whose answers the test chooses. */
export async function startEnergyCharts(answer: (query: URLSearchParams) => Answer) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://stand-in");
    asked.push(url.pathname + url.search);
    const { status = 200, body = "", hangs } = answer(url.searchParams);
    if (hangs) return;
    response.writeHead(status, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Hourly prices of one day of central European winter time, as Energy-Charts answers. */
export function hourlyAnswer(day: string, prices: readonly (number | null)[], unit = "EUR / MWh") {
  const start = Date.parse(`${day}T00:00:00+01:00`) / 1000;
  return JSON.stringify({
    license_info: "test",
    unix_seconds: prices.map((_, hour) => start + hour * 3600),
    price: prices,
    unit,
    deprecated: false,
  });
}
