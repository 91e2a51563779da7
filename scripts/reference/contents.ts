// What the reference page for authors holds, in which order, and where in the sources it stands. The words are there.

export interface Section {
  readonly title: string;
  readonly file: string;
  /** Functions of the file, in this order. */
  readonly functions?: readonly string[];
  /** Classes of the file, each with what an author writes before a member's name. */
  readonly classes?: readonly (readonly [name: string, subject: string])[];
  /** Public to our own code only. */
  readonly internal?: readonly string[];
  /** Where the class is a list or dict: what it does beyond these. */
  readonly only?: readonly string[];
}

/** Everything that `from overlap.judge import …` gives, then what scenarios are handed, then what these hand out. */
export const contents: readonly Section[] = [
  { title: 'Scenarios', file: '_run.py', functions: ['scenario'] },
  { title: 'Own sentences', file: '_telling.py', functions: ['tell'] },
  { title: 'The world', file: '_world.py', classes: [['World', 'world']] },
  { title: 'Time that was measured', file: '_world.py', classes: [['Measurement', 'measured']] },
  { title: 'Services', file: '_service.py', classes: [['Service', 'service']] },
  {
    title: 'Recorded calls',
    file: '_service.py',
    classes: [
      ['Call', 'call'],
      ['Calls', 'calls'],
      ['Event', 'event'],
    ],
  },
  {
    title: 'Shared lists and dicts',
    file: '_shared.py',
    classes: [
      ['SharedList', 'log'],
      ['SharedDict', 'settings'],
    ],
    only: ['times', 'timed'],
  },
  {
    title: 'Observations',
    file: '_observed.py',
    classes: [
      ['Seconds', 'seconds'],
      ['Blocked', 'world.blocked'],
    ],
  },
  {
    title: 'Findings',
    file: '_findings.py',
    classes: [
      ['Warned', 'warning'],
      ['Unhandled', 'unhandled'],
    ],
  },
  { title: 'The submission', file: '_submission.py', classes: [['Submission', 'submission']] },
  { title: 'Calling plain functions', file: '_remote.py', functions: ['inside_loop', 'outside_loop'] },
  {
    title: 'Things of the submission',
    file: '_remote.py',
    classes: [
      ['Remote', 'thing'],
      ['RemoteCoroutine', 'coroutine'],
    ],
    only: [],
  },
  { title: 'Form', file: '_questions.py', functions: ['about'], classes: [['About', 'about(…)']] },
  { title: 'Exceptions', file: '_raises.py', functions: ['raises', 'raises_group'], classes: [['Raises', 'caught']] },
  {
    title: 'Web applications',
    file: '_client.py',
    classes: [
      ['Client', 'client'],
      ['Request', 'request'],
      ['Response', 'response'],
      ['Chunk', 'chunk'],
    ],
  },
  {
    title: 'ASGI applications',
    file: '_asgi.py',
    classes: [
      ['AsgiCall', 'call'],
      ['Sent', 'sent'],
    ],
  },
  {
    title: 'The database behind Django',
    file: '_queries.py',
    classes: [['Database', 'database']],
  },
  { title: 'Tables', file: '_tables.py', classes: [['Tables', 'submission.database']] },
  {
    title: 'Simulated hosts',
    file: '_http.py',
    classes: [
      ['Site', 'site'],
      ['Request', 'request'],
      ['Clients', 'world.http_clients'],
    ],
    internal: ['make_connection', 'respond', 'begin_work'],
  },
  { title: 'Answers of hosts', file: '_answers.py', functions: ['answer', 'no_answer', 'reset'] },
  {
    title: 'Simulated database servers',
    file: '_sql_server.py',
    classes: [
      ['SqlServer', 'server'],
      ['Statement', 'statement'],
    ],
    internal: ['make_connection', 'run', 'commit'],
  },
  { title: 'Connections', file: '_connections.py', classes: [['Connections', 'site.connections']] },
];
