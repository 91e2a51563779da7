// Makes a small loader out of Emscripten's glue for interpreters that start from an image: the system calls and the file
// system that CPython asks for, and nothing else. The whole glue takes 40 ms of processor time in every isolate.
// Runs when images are built, not when interpreters start.
import { parse, type Node } from 'acorn';

export interface LeanGlueNeeds {
  /** The imports of the WebAssembly module. */
  readonly imports: readonly { readonly module: string; readonly name: string; readonly kind: string }[];
  /** Whether an imported function is to work; all others are refused. */
  readonly isAllowed: (name: string) => boolean;
  /** Exports that our own code calls as Module._name. */
  readonly exports: readonly string[];
}

export interface LeanGlue {
  readonly text: string;
  /** The exports that it uses. */
  readonly exports: readonly string[];
}

/** File systems of browsers and Node, which nobody mounts. */
const REPLACED = new Map(
  ['IDBFS', 'NODEFS', 'WORKERFS', 'PROXYFS', 'LZ4'].map((name) => [name, `var ${name}={quit(){}};`]),
);

/** What our own code, or the end of the loader, takes from the glue. */
const ROOTS = [
  'FS',
  'TTY',
  'PIPEFS',
  'SOCKFS',
  'ENV',
  'growMemory',
  'updateMemoryViews',
  'getWasmTrampolineModule',
  'wasmTable',
  'wasmMemory',
  'getSocketAddress',
  'applySignatureConversions',
  '__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET',
  '__PyRuntime',
  'thisProgram',
];

interface Statement {
  readonly text: string;
  readonly declares: readonly string[];
  readonly mentions: ReadonlySet<string>;
}

/** A glue that does not look as expected: another version of Pyodide needs another look at this file. */
function unexpected(what: string): Error {
  return new Error(`Emscripten's glue is not as expected: ${what}`);
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value;

/** The identifiers that a piece of syntax mentions, except names of properties. */
function identifiersOf(node: Node, found = new Set<string>()): Set<string> {
  const fields = node as Node & { name?: unknown; computed?: boolean; shorthand?: boolean };
  if (node.type === 'Identifier') found.add(String(fields.name));
  for (const [key, value] of Object.entries(node)) {
    const isName = (key === 'property' && node.type === 'MemberExpression') || key === 'key';
    if (isName && !fields.computed && !fields.shorthand) continue;
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value])
      if (isNode(child)) identifiersOf(child, found);
  }
  return found;
}

function statementsOf(glue: string): Statement[] {
  const [factory] = parse(glue, { ecmaVersion: 'latest', sourceType: 'module' }).body;
  if (factory?.type !== 'FunctionDeclaration') throw unexpected('it does not begin with its factory');
  return factory.body.body.flatMap((node) => {
    const piece = (from: Node, declares: string[], text = glue.slice(from.start, from.end)) => ({
      text,
      declares,
      mentions: identifiersOf(from),
    });
    if (node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration') return piece(node, [node.id.name]);
    if (node.type !== 'VariableDeclaration') return piece(node, []);
    return node.declarations.map((one) => {
      const text = `${node.kind} ${glue.slice(one.start, one.end)};`;
      return piece(one, one.id.type === 'Identifier' ? [one.id.name] : [...identifiersOf(one.id)], text);
    });
  });
}

/** Which export each variable of the glue stands for: `_malloc=Module["_malloc"]=wasmExports["malloc"]`. */
function exportVariables(glue: string): Map<string, { name: string; assignment: string }> {
  const found = glue.matchAll(/([\w$]+)=(?:Module\["[\w$]+"\]=)?wasmExports\["([\w$]+)"\](\.value>>>0)?;/g);
  return new Map(
    Array.from(found, ([, variable = '', name = '', value = '']) => [
      variable,
      { name, assignment: `${variable}=wasmExports["${name}"]${value};` },
    ]),
  );
}

/** The loader as an ECMAScript module with the interface of Emscripten's factory, and the exports it needs. */
export function leanGlue(glue: string, needs: LeanGlueNeeds): LeanGlue {
  const statements = statementsOf(glue);
  const exported = exportVariables(glue);
  const implementations = new Map<string, string>();
  const table = /var wasmImports=\{(.*?)\};/.exec(glue)?.[1] ?? '';
  for (const entry of table.split(',')) {
    const [name = '', variable = name] = entry.split(':');
    implementations.set(name, variable);
  }
  const implementation = (name: string) => {
    const variable = implementations.get(name);
    if (variable === undefined) throw unexpected(`nothing implements ${name}`);
    return variable;
  };
  const allowed = needs.imports.filter(({ kind, name }) => kind === 'function' && needs.isAllowed(name));

  const kept = new Set<Statement>();
  const wanted = new Set<string>();
  const queue = [...ROOTS, ...allowed.map(({ name }) => implementation(name))];
  const declaring = new Map<string, Statement[]>();
  for (const statement of statements)
    for (const name of statement.declares) declaring.set(name, [...(declaring.get(name) ?? []), statement]);
  const keep = (statement: Statement) => {
    if (kept.has(statement)) return;
    kept.add(statement);
    queue.push(...statement.mentions);
  };
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (wanted.has(name)) continue;
    wanted.add(name);
    if (exported.has(name) || REPLACED.has(name)) continue;
    for (const statement of declaring.get(name) ?? []) keep(statement);
    // Statements like `FS.staticInit();` and `for (…) table[i] = …` belong to what they begin with.
    for (const statement of statements) if (isAbout(statement, name)) keep(statement);
  }

  const used = [...exported].filter(([variable]) => wanted.has(variable));
  const ours = needs.exports.map((name) => `Module["_${name}"]=wasmExports["${name}"];`).join('');
  const body = [
    ...[...REPLACED].filter(([name]) => wanted.has(name)).map(([, text]) => text),
    `var ${used.map(([variable]) => variable).join(',')};var wasmExports;`,
    ...statements.filter((statement) => kept.has(statement)).map(({ text }) => text),
    `thisProgram=Module["thisProgram"];Module["FS"]=FS;Module["TTY"]=TTY;Module["ENV"]=ENV;Module["growMemory"]=growMemory;`,
    'Module["SOCKFS"]=SOCKFS;Module["getSocketAddress"]=getSocketAddress;',
    importsText(needs, implementation),
    'Module["instantiateWasm"](imports,(instance)=>{wasmExports=instance.exports});',
    'wasmExports=applySignatureConversions(wasmExports);',
    ...used.map(([, { assignment }]) => assignment),
    ours,
    'updateMemoryViews();for(const prepare of Module["preRun"])prepare(Module);',
    'if(!FS.initialized)FS.init();TTY.init();SOCKFS.root=FS.mount(SOCKFS,{},null);PIPEFS.root=FS.mount(PIPEFS,{},null);',
    'FS.ignorePermissions=false;',
    TRAMPOLINE,
    'return Module;',
  ];
  const exports = used.map(([, { name }]) => name);
  return {
    text: `'use strict';globalThis.overlapCreateModule = function createModule(moduleArg){${body.join('\n')}};`,
    exports: [...new Set([...exports, ...needs.exports])],
  };
}

/** What the module imports, as an object: functions that work, functions that are refused, addresses never called. */
function importsText({ imports, isAllowed }: LeanGlueNeeds, implementation: (name: string) => string): string {
  const modules = Map.groupBy(imports, ({ module }) => module);
  const value = (name: string, kind: string) =>
    kind === 'function' ? (isAllowed(name) ? implementation(name) : 'refuse') : 'address';
  const objects = Array.from(modules, ([module, members]) => {
    const fields = members.map(({ name, kind }) => `"${name}":${value(name, kind)}`);
    return `"${module}":{${fields.join(',')}}`;
  });
  return [
    'var refuse=()=>{throw new Error("not available")};',
    'var address=new WebAssembly.Global({value:"i32",mutable:true},1);',
    `var imports={${objects.join(',')}};`,
  ].join('');
}

/** The image names a place in the function table for the one function that the glue, not the module, puts there. */
const TRAMPOLINE = `Module["placeTrampoline"]=()=>{
const place=HEAPU32[(__PyRuntime+HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET/4>>>0])/4>>>0];if(place===0)return;
const env={__indirect_function_table:wasmTable,memory:wasmMemory};
const {exports}=new WebAssembly.Instance(getWasmTrampolineModule(),{env});
if(place>=wasmTable.length)wasmTable.grow(place+1-wasmTable.length);wasmTable.set(place,exports.trampoline_call)};`;

function isAbout(statement: Statement, name: string): boolean {
  if (statement.declares.length > 0 || name === 'Module') return false;
  const { text } = statement;
  return text.startsWith(`${name}.staticInit(`) || text.startsWith(`${name}[`) || text.startsWith(`for(var ${name}=`);
}
