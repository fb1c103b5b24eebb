import type { Brand } from '../base/brand.ts';

/**
 * Ids name things inside one document and never change; an address may (a card is moved and the
 * buses are numbered anew). A captured function's id is its address at capture.
 */
export type FunctionId = Brand<string, 'FunctionId'>;
export type HostBridgeId = Brand<string, 'HostBridgeId'>;
export type SocketId = Brand<string, 'SocketId'>;
export type SlotId = Brand<string, 'SlotId'>;
export type FlowId = Brand<string, 'FlowId'>;
export type ScatterlistId = Brand<string, 'ScatterlistId'>;
export type NoteId = Brand<string, 'NoteId'>;
