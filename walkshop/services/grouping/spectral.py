"""Cutting the graph of notes into groups that hold together."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import eigh, qr, svd
from scipy.sparse.linalg import eigsh

from walkshop.services.grouping.features import Floats

# Below this the whole decomposition is quicker than looking for the leading vectors.
_SMALL = 300

Labels = NDArray[np.intp]


def cut(graph: Floats, least: int, most: int) -> Labels:
    """A group per note, from `least` to `most` groups: the number with the greatest modularity."""
    vectors = leading(graph, most)
    best, best_score = np.zeros(len(graph), dtype=np.intp), -np.inf
    for count in range(least, most + 1):
        labels = assign(vectors[:, :count])
        score = modularity(graph, labels)
        if score > best_score + 1e-9:
            best, best_score = labels, score
    return best


def leading(graph: Floats, count: int) -> Floats:
    """The leading eigenvectors of D^-1/2 A D^-1/2, greatest first, one per column."""
    size = len(graph)
    root = np.sqrt(graph.sum(axis=1))
    scaled = graph / np.outer(root, root)
    if size <= _SMALL:
        _, vectors = eigh(scaled, subset_by_index=(size - count, size - 1))
    else:
        # A fixed start: the solver would otherwise begin anywhere, and end a little elsewhere.
        _, vectors = eigsh(scaled, k=count, which="LA", v0=np.linspace(1, 2, size))
    found: Floats = vectors[:, ::-1]
    return found


def assign(vectors: Floats) -> Labels:
    """Groups from eigenvectors by pivoted QR (Damle, Minden and Ying 2019), without a seed."""
    count = vectors.shape[1]
    _, _, pivots = qr(vectors.T, mode="economic", pivoting=True)
    left, _, right = svd(vectors[pivots[:count], :].T)
    labels: Labels = np.argmax(np.abs(vectors @ (left @ right)), axis=1)
    return labels


def modularity(graph: Floats, labels: Labels) -> float:
    """How much more the groups tie within than by chance (Newman 2006); 0 for one group."""
    ties = graph.sum(axis=1)
    whole = ties.sum()
    member = np.eye(labels.max() + 1)[labels]
    within = np.einsum("ig,ig->", member, graph @ member)
    return float(within / whole - ((ties @ member) ** 2).sum() / whole**2)
