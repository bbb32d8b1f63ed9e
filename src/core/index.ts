export * from './snapshot/address';
export * from './snapshot/grid';
export * from './snapshot/snapshot';
export * from './patches/patch';
export * from './checks/finding';
export * from './scoring/score';
