// Writes src/api/generated.ts from openapi.json, the description that the API publishes.
import { readFile, writeFile } from "node:fs/promises";

import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../openapi.json", import.meta.url);
const target = new URL("../src/api/generated.ts", import.meta.url);

const description = JSON.parse(await readFile(source, "utf8"));
const types = astToString(await openapiTS(description, { alphabetize: true, defaultNonNullable: false }));
await writeFile(target, `// Generated from openapi.json by \`npm run generate\`; do not edit.\n${types}`);
console.log(`${Object.keys(description.paths).length} paths read`);
