/** Runs in a worker thread: takes one program, solves it with HiGHS, answers. */
import highsLoader from 'highs';
import { parentPort } from 'node:worker_threads';

const highs = await highsLoader();

parentPort.on('message', ({ program, seconds, start, sentAt }) => {
  const answer = highs.withModel(modelOf(program), model => {
    // starting up is part of the caller's limit
    const used = (performance.timeOrigin + performance.now() - sentAt) / 1000;
    return solve(model, Math.max(0.05, seconds - used), start);
  });
  parentPort.postMessage(answer);
});

function modelOf({ gains, rows }) {
  const starts = [0];
  for (const row of rows) starts.push(starts.at(-1) + row.columns.length);
  return {
    numCols: gains.length,
    numRows: rows.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: gains,
    colLower: gains.map(() => 0),
    colUpper: gains.map(() => 1),
    rowLower: rows.map(() => -highs.infinity),
    rowUpper: rows.map(row => row.upper),
    integrality: gains.map(() => highs.constants.variableType.integer),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: gains.length,
      starts,
      indices: rows.flatMap(row => row.columns),
      values: rows.flatMap(row => row.values),
    },
  };
}

function solve(model, seconds, start) {
  model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0 });
  if (start) model.setSolution({ colValue: start });
  model.run();
  const proven = model.getModelStatus() === highs.constants.modelStatus.optimal;
  const found = model.info.get('primal_solution_status') === 2;
  return {
    proven,
    bound: model.info.get('mip_dual_bound'),
    x: found ? [...model.getSolution().colValue] : null,
  };
}
