import ivm from 'isolated-vm';
const iso = new ivm.Isolate({ memoryLimit: 128 });
const ctx = iso.createContextSync();
let hits = 0;
ctx.global.setSync('host', new ivm.Callback((s: string) => { hits++; return s; }));
ctx.evalSync(`globalThis.f = (a) => a; globalThis.g = (a) => host(a); let r; globalThis.h = (a) => { Promise.resolve(a).then((x) => { r = x; }); }; globalThis.o = () => r;`);
const get = (n: string) => ctx.global.getSync(n, { reference: true }) as ivm.Reference;
const f = get('f'), g = get('g'), h = get('h'), o = get('o');
function t(name: string, w: () => void, n = 20000) { for (let i = 0; i < 2000; i++) w(); const a = process.hrtime.bigint(); for (let i = 0; i < n; i++) w(); console.log(name, (Number(process.hrtime.bigint() - a) / n / 1000).toFixed(2), 'us'); }
const s = 'x'.repeat(200);
t('applySync', () => f.applySync(undefined, [s]));
t('applySync timeout', () => f.applySync(undefined, [s], { timeout: 1000 }));
t('applySync + callback', () => g.applySync(undefined, [s]));
t('begin(timeout)+outcome', () => { h.applySync(undefined, [s], { timeout: 1000 }); o.applySync(undefined, []); });
t('threadCpuUsage', () => process.threadCpuUsage());
t('JSON+zod-less parse', () => JSON.parse('[[],["ok",["a",1,2,null]]]'));
