// Reads files for a watch with Garmin's own reader and with another, and prints how many steps each finds:
// node fit.mjs FOLDER-WITH-THE-READERS LIST
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, list] = process.argv.slice(2);
const require = createRequire(join(folder, "node_modules", "x.js"));
const sdk = await import(pathToFileURL(join(folder, "node_modules/@garmin/fitsdk/src/index.js")));
const parser = require("fit-file-parser");
const Parser = parser.default?.default ?? parser.default ?? parser;
const found = { "@garmin/fitsdk": {}, "fit-file-parser": {} };

for (const path of JSON.parse(readFileSync(list))) {
  const bytes = readFileSync(path);
  const decoder = new sdk.Decoder(sdk.Stream.fromBuffer(bytes));
  if (!decoder.isFIT() || !decoder.checkIntegrity()) throw new Error(`${path}: not whole`);
  const { messages, errors } = new sdk.Decoder(sdk.Stream.fromBuffer(bytes)).read();
  if (errors.length) throw new Error(`${path}: ${errors}`);
  found["@garmin/fitsdk"][path] = messages.workoutStepMesgs.length;

  const data = await new Promise((resolve, reject) =>
    new Parser({ force: false, mode: "list" }).parse(bytes, (error, read) => (error ? reject(new Error(`${path}: ${error}`)) : resolve(read))),
  );
  found["fit-file-parser"][path] = data.messages.workout_step.length;
}
console.log(JSON.stringify(found));
