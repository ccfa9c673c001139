/** Runs in a worker thread: takes one program, solves it with HiGHS, reports bounds on the way, answers. */
import highsLoader from 'highs';
import { parentPort } from 'node:worker_threads';

const highs = await highsLoader();
const { callbackType, modelStatus, objectiveSense, variableType } = highs.constants;
const FEASIBLE = 2;

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
    sense: objectiveSense.maximize,
    colCost: gains,
    colLower: gains.map(() => 0),
    colUpper: gains.map(() => 1),
    rowLower: rows.map(() => -highs.infinity),
    rowUpper: rows.map(row => row.upper),
    integrality: gains.map(() => variableType.integer),
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
  model.run({
    [callbackType.mipInterrupt]({ data }) {
      if (Number.isFinite(data.mip_dual_bound)) parentPort.postMessage({ bound: data.mip_dual_bound });
    },
  });
  return {
    proven: model.getModelStatus() === modelStatus.optimal,
    bound: model.info.get('mip_dual_bound'),
    x: model.info.get('primal_solution_status') === FEASIBLE ? [...model.getSolution().colValue] : null,
  };
}
