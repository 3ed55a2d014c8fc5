import { constants, createContext } from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/** Node's own modules return objects of these classes, so that a test's `instanceof` has to mean the same ones. */
const sharedWithNode = new Set(['ArrayBuffer', 'Uint8Array']);

/** The one environment of this process: the modules that all test files share are bound to its global object. */
let shared;

/**
 * Jest's Node environment with a plain global object. The usual one asks a proxy at each use of a global such as
 * `Math`, which makes code with many of them run at a tenth of its speed.
 */
class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    const plain = createContext(constants.DONT_CONTEXTIFY);
    for (const key of Reflect.ownKeys(this.global)) {
      if (key in plain && !sharedWithNode.has(key)) continue;
      Object.defineProperty(plain, key, Object.getOwnPropertyDescriptor(this.global, key));
    }
    plain.global = plain;
    const parts = { config: config.projectConfig, global: plain };
    this.context = plain;
    this.global = plain;
    this.moduleMocker = new this.moduleMocker.constructor(plain);
    this.fakeTimersModern = new this.fakeTimersModern.constructor(parts);
    this.atStart = { globals: globalsOf(plain), env: { ...plain.process.env }, exit: plain.process.exit };
  }

  /** Called after each test file: the next one finds the globals and `process.env` as this one did. */
  async teardown() {
    const { globals, env, exit } = this.atStart;
    for (const key of Reflect.ownKeys(this.global)) {
      const before = globals.get(key);
      if (!before) Reflect.deleteProperty(this.global, key);
      else if (before.configurable) Object.defineProperty(this.global, key, before);
    }
    const { process } = this.global;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
  }
}

function globalsOf(object) {
  return new Map(Reflect.ownKeys(object).map((key) => [key, Object.getOwnPropertyDescriptor(object, key)]));
}

/** Jest calls this with `new` for each test file. */
// biome-ignore lint/style/noDefaultExport: jest asks for it
export default function EnvironmentOfProcess(config, context) {
  shared ??= new PlainEnvironment(config, context);
  return shared;
}
