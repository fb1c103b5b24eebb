import '@xyflow/react/dist/style.css';
import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
} from '@xyflow/react';
import { memo, useMemo } from 'react';
import { linePath } from '../../src/canvas/draw/linePath.ts';
import { linkWidth } from '../../src/canvas/draw/linkWidth.ts';
import type { Scene, SceneBox } from '../../src/layout/scene.ts';

interface Props {
  readonly scene: Scene;
  readonly onlyVisible: boolean;
}

type BoxNode = Node<{ readonly box: SceneBox }, 'box'>;
type LineEdge = Edge<{ readonly path: string; readonly width: number }, 'line'>;

/** The same boxes, ports and lines as plain React Flow draws them: one custom node, one custom edge. */
export function FlowScene({ scene, onlyVisible }: Props) {
  const nodes = useMemo(
    () =>
      scene.boxes.map((box): BoxNode => {
        const { x, y, width, height } = box.rect;
        return { id: box.key, type: 'box', position: { x, y }, width, height, data: { box } };
      }),
    [scene],
  );
  const edges = useMemo(
    () =>
      scene.links.flatMap((link): readonly LineEdge[] => {
        const source = link.upper === null ? undefined : scene.placeOf.get(link.upper)?.box;
        const target = scene.placeOf.get(link.key)?.box;
        if (source === undefined || target === undefined || source === target) return [];
        const data = { path: linePath(link.points), width: linkWidth(link.lanes) };
        return [{ id: link.key, type: 'line', source, target, data }];
      }),
    [scene],
  );
  return (
    <ReactFlow
      defaultNodes={nodes}
      defaultEdges={edges}
      nodeTypes={NODE_TYPES}
      edgeTypes={EDGE_TYPES}
      onlyRenderVisibleElements={onlyVisible}
      panOnScroll
      minZoom={0.01}
      maxZoom={4}
      fitView
    />
  );
}

const BoxView = memo(function BoxView({ data: { box } }: NodeProps<BoxNode>) {
  const [first, second] = box.texts;
  return (
    <div className="flow-box" style={{ width: box.rect.width, height: box.rect.height }}>
      <Handle type="target" position={Position.Top} />
      {first && <p>{first.text}</p>}
      {second && <p>{second.text}</p>}
      {box.ports.map((port) => (
        <span
          key={port.function}
          className="flow-port"
          style={{
            left: port.rect.x - box.rect.x,
            top: port.rect.y - box.rect.y,
            width: port.rect.width,
            height: port.rect.height,
          }}
        >
          {port.texts[0]?.text}
        </span>
      ))}
      <Handle type="source" position={Position.Bottom} />
    </div>
  );
});

const LineView = memo(function LineView({ id, data }: EdgeProps<LineEdge>) {
  if (!data) return null;
  return (
    <BaseEdge
      id={id}
      path={data.path}
      className="flow-line"
      interactionWidth={0}
      style={{ strokeWidth: data.width }}
    />
  );
});

const NODE_TYPES = { box: BoxView };
const EDGE_TYPES = { line: LineView };
