// Schemas in other hands. `ajv FOLDER FILE...`: another validator reads every schema in its strict mode and holds JSON
// lines to those that they name. `editor SCHEMA`: the TOML server of editors reads texts, as JSON from standard input
// (`{"text", "at": [[line, character]...]}` each), and tells what it finds wrong, offers and says at these places.
import { readFileSync, readdirSync, promises } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
// Nothing is to be asked of the network: the server would look for a catalogue there.
globalThis.fetch = async () => {
  throw new Error("no network");
};

function ajv([folder, ...files]) {
  const Ajv = require("ajv/dist/2020").default;
  const all = {};
  for (const name of readdirSync(folder)) {
    const schema = JSON.parse(readFileSync(join(folder, name), "utf8"));
    all[name.replace(".json", "")] = new Ajv({ strict: true, strictTypes: false, allowMatchingProperties: true, allErrors: true }).compile(schema);
  }
  const wrong = [];
  let lines = 0;
  for (const file of files) {
    for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
      const value = JSON.parse(line);
      const name = /^runplan\.(\w+)\/1$/.exec(value.schema)?.[1] ?? "profile";
      lines += 1;
      if (!all[name](value)) wrong.push(`${name}: ${JSON.stringify(all[name].errors.slice(0, 3))}: ${line.slice(0, 300)}`);
    }
  }
  return { schemas: Object.keys(all).length, lines, wrong };
}

async function editor([schema]) {
  const { TaploLsp } = require("@taplo/lsp");
  const waiting = new Map();
  const found = new Map();
  const environment = {
    now: () => new Date(),
    envVar: () => undefined,
    envVars: () => [],
    stdErrAtty: () => false,
    stdin: async () => new Uint8Array(),
    stdout: async (bytes) => bytes.length,
    stderr: async (bytes) => bytes.length,
    glob: () => [],
    readFile: (path) => promises.readFile(path),
    writeFile: async () => {},
    urlToFilePath: (url) => (url.startsWith("file:") ? fileURLToPath(url) : ""),
    isAbsolute,
    cwd: () => process.cwd(),
    findConfigFile: () => undefined,
  };
  const send = (message) => server.send({ jsonrpc: "2.0", ...message });
  const server = await TaploLsp.initialize(environment, {
    onMessage(message) {
      if (message.method === "workspace/configuration") send({ id: message.id, result: message.params.items.map(() => ({})) });
      else if (message.method && message.id !== undefined) send({ id: message.id, result: null });
      else if (message.method === "textDocument/publishDiagnostics")
        found.set(message.params.uri, message.params.diagnostics.map((of) => of.message));
      else if (message.id !== undefined) waiting.get(message.id)?.(message);
    },
  });
  let id = 0;
  const ask = (method, params) =>
    new Promise((done) => {
      waiting.set(++id, done);
      send({ id, method, params });
    }).then((answer) => answer.result);
  const root = pathToFileURL(process.cwd()).href;
  await ask("initialize", { processId: null, rootUri: root, capabilities: {}, workspaceFolders: [{ uri: root, name: "here" }] });
  send({ method: "initialized", params: {} });
  const answers = [];
  for (const [number, { text, at }] of JSON.parse(readFileSync(0, "utf8")).entries()) {
    const uri = `${root}/${number}.toml`;
    const whole = `#:schema ${pathToFileURL(schema).href}\n${text}`;
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "toml", version: 1, text: whole } } });
    // What is wrong comes unasked, first nothing and then all of it.
    await new Promise((done) => setTimeout(done, 300));
    const answer = { wrong: [...new Set(found.get(uri))], offered: [], said: [] };
    for (const [line, character] of at ?? []) {
      const place = { textDocument: { uri }, position: { line: line + 1, character } };
      const offered = await ask("textDocument/completion", place);
      answer.offered.push((offered?.items ?? offered ?? []).map((of) => of.label));
      answer.said.push((await ask("textDocument/hover", place))?.contents?.value?.trim() ?? null);
    }
    answers.push(answer);
  }
  return answers;
}

const [what, ...rest] = process.argv.slice(2);
console.log(JSON.stringify(await { ajv, editor }[what](rest)));
process.exit(0);
