// Prisma's PostgreSQL adapter, made fit for the schema engine. Three corrections to adapter-pg 7.10.0:
// 1. The catalogue has columns of the internal type "char" (oid 18), which the adapter refuses.
// 2. The engine wants those as ColumnType Character, which the adapter never reports.
// 3. The adapter cuts scripts at every semicolon, which breaks $$ bodies and leaves a failed migration half applied.
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

const CHAR_OID = 18;
/** The adapter knows the array type, and no catalogue query answers one: it can stand for "char" on the way. */
const CHAR_ARRAY_OID = 1002;

export interface MigrationAdapter extends SqlMigrationAwareDriverAdapterFactory {
  /** Ends its connections. The engine holds its lock against other migrators until then. */
  close(): Promise<void>;
}

export function openMigrationAdapter(databaseUrl: string): MigrationAdapter {
  const pool = openPool(databaseUrl);
  const factory = new PrismaPg(pool);
  return {
    close: () => pool.end(),
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => correct(await factory.connect()),
    connectToShadowDb: async () => correct(await factory.connectToShadowDb()),
  };
}

/** A pool that marks columns of type "char". The adapter only asks with one configuration object. */
function openPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString });
  const query = async (config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult> => {
    const client = await pool.connect();
    try {
      const result = await client.query(config);
      // A script of several statements answers a list of results; nobody reads those.
      for (const field of result.fields ?? []) if (field.dataTypeID === CHAR_OID) field.dataTypeID = CHAR_ARRAY_OID;
      return result;
    } finally {
      client.release();
    }
  };
  return Object.assign(pool, { query });
}

function correct(adapter: SqlDriverAdapter): SqlDriverAdapter {
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const columnTypes = result.columnTypes.map((type) =>
      type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  // Without arguments pg sends the text as one simple query: one implicit transaction, parsed by the server.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}
