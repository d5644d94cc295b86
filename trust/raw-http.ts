import { request as httpRequest } from "node:http";
import { connect } from "node:net";

export type Sent = {
  method: string;
  target: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
};

export const boundary = "----strangers";
/** The body of a form with these fields. */
export const parts = (fields: [string, string][]) =>
  `${fields
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name.replace(/["\r\n]/g, "")}"\r\n\r\n${value}\r\n`,
    )
    .join("")}--${boundary}--\r\n`;

/** Sends a request to a port of this machine. @returns the status, or 0 where the server cut the connection */
export function send(port: number, { method, target, headers: sent, body }: Sent): Promise<number> {
  return new Promise((resolve) => {
    const request = httpRequest(
      {
        host: "127.0.0.1",
        port: port,
        method,
        path: target,
        headers: { host: `localhost:${port}`, ...sent },
      },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
        response.on("error", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", () => resolve(0));
    request.end(body);
  });
}

/** Sends bytes as they are to a port of this machine. @returns the first line of the answer */
export function sendRaw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    let answer = "";
    socket.setTimeout(5000, () => socket.destroy());
    socket.on("data", (data) => {
      answer += data;
      if (answer.includes("\r\n")) socket.destroy();
    });
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer.split("\r\n", 1)[0] ?? ""));
  });
}
