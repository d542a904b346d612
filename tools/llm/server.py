"""Gets the server of llama.cpp and builds it: `server.py FOLDER`; prints the path of the program.

Its source comes in the package `llama-cpp-python` of PyPI, pinned by version and SHA-256; CMake and Ninja come from there too. A C++ compiler must
be there. What is built already is kept.
"""

import hashlib
import pathlib
import subprocess
import sys
import tarfile
import venv

VERSION = "0.3.36"
SUM = "832db0699007f1be95a7e41ef12e88926b02ba836461e36a36372db2760c1a2e"
FLAGS = {
    "CMAKE_BUILD_TYPE": "Release",
    "BUILD_SHARED_LIBS": "OFF",
    "LLAMA_BUILD_EXAMPLES": "OFF",
    "LLAMA_BUILD_TESTS": "OFF",
    "LLAMA_BUILD_UI": "OFF",
    "LLAMA_CURL": "OFF",
    "LLAMA_OPENSSL": "OFF",
    "LLAMA_USE_PREBUILT_UI": "OFF",
}


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdout=sys.stderr)


def source(folder, python):
    """The folder of the source, unpacked."""
    archive = folder / f"llama_cpp_python-{VERSION}.tar.gz"
    if not archive.exists():
        # pip asks a source package for its name, for which it wants what builds it.
        run(python, "-m", "pip", "install", "--quiet", "scikit-build-core")
        wanted = f"llama-cpp-python=={VERSION}"
        run(python, "-m", "pip", "download", "--quiet", "--no-deps", "--no-build-isolation", "--no-binary", ":all:", "--dest", folder, wanted)
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != SUM:
        sys.exit(f"{archive}: its SHA-256 is {found}, not {SUM}")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / f"llama_cpp_python-{VERSION}" / "vendor" / "llama.cpp"


def get(folder):
    program = folder / "llama-server-build" / "bin" / "llama-server"
    if program.exists():
        return program
    tools = folder / "tools"
    venv.create(tools, with_pip=True)
    python = tools / "bin" / "python"
    run(python, "-m", "pip", "install", "--quiet", "cmake", "ninja")
    build = folder / "llama-server-build"
    flags = [f"-D{name}={value}" for name, value in FLAGS.items()]
    make = f"-DCMAKE_MAKE_PROGRAM={tools / 'bin' / 'ninja'}"
    run(tools / "bin" / "cmake", "-S", source(folder, python), "-B", build, "-G", "Ninja", make, *flags)
    run(tools / "bin" / "cmake", "--build", build, "--target", "llama-server")
    return program


if __name__ == "__main__":
    print(get(pathlib.Path(sys.argv[1]).resolve()))
