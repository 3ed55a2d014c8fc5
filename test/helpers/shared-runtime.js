import JestRuntime from 'jest-runtime';

/** The one module loader of this process. */
let shared;

/**
 * Jest's module loader, which stays from one test file to the next: each module that tests import is evaluated once
 * per process, not once per file. Only test files themselves and Jest's own modules are loaded anew.
 */
class SharedRuntime extends JestRuntime {
  /** Called after each test file. */
  teardown() {
    const modules = this.registries.getActiveEsmRegistry();
    for (const url of modules.keys()) if (url.endsWith('.test.ts')) modules.delete(url);
    this.registries.getInternalCjsRegistry().clear();
  }
}

/** Jest calls this with `new` for each test file. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function RuntimeOfProcess(...parts) {
  shared ??= new SharedRuntime(...parts);
  return shared;
}
