"""Builds many courses: what has not changed is left, the rest is built side by side, on this machine or on many."""

from builder.build_all.catalogue import write_catalogue
from builder.build_all.executors import named_executor, on_a_cluster, on_this_machine
from builder.build_all.plan import Plan, chunk_of, chunks_for, plan_since
from builder.build_all.results import Result, State, Task, Wishes
from builder.build_all.run import all_results, build_all, find_tasks
from builder.build_all.storage import absolute
from builder.build_all.telling import plan_json, plan_text, results_json, results_text, status_of, step_text

__all__ = [
    "Plan",
    "chunk_of",
    "chunks_for",
    "plan_json",
    "plan_since",
    "plan_text",
    "Result",
    "State",
    "Task",
    "Wishes",
    "absolute",
    "all_results",
    "build_all",
    "find_tasks",
    "named_executor",
    "on_a_cluster",
    "on_this_machine",
    "results_json",
    "results_text",
    "status_of",
    "step_text",
    "write_catalogue",
]
