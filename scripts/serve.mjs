// Serves a workbench that is already built: `node scripts/serve.mjs [port]`. Prints its address on the first line.
import { serveWorkbench } from './workbench-server.mjs';

const { url } = await serveWorkbench(Number(process.argv[2] ?? 0));
console.log(url);
