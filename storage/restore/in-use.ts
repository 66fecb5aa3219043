import type { Connection } from 'mongoose';
import { systemName } from '../connect';
import { StartRefused } from '../refused';

interface Operation {
  appName?: string;
  client?: string;
}

/**
 * A running system keeps numbers and the newest turns in memory: nothing may be put under it.
 * @returns false when the server does not let us look
 * @throws StartRefused when one is connected to this database
 */
export async function refuseRunningSystem(connection: Connection): Promise<boolean> {
  const admin = connection.getClient().db('admin');
  const connections = admin.aggregate<Operation>([
    { $currentOp: { allUsers: true, idleConnections: true } },
    { $match: { appName: systemName(connection.name) } },
    { $project: { appName: 1, client: 1 } },
  ]);
  const found = await connections.toArray().catch(() => undefined);
  const [system] = found ?? [];
  if (system)
    throw new StartRefused(
      `MONGODB_URI: một hệ thống Hotline Xanh đang dùng cơ sở dữ liệu này (từ ${system.client ?? 'không rõ đâu'}); hãy dừng mọi tiến trình của nó rồi chạy lại. Chưa có gì bị thay đổi.`,
    );
  return found !== undefined;
}
